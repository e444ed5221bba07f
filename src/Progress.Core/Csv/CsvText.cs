using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using Progress.Files;

namespace Progress.Csv;

/// <summary>Decodes a stream by its BOM (UTF-8, UTF-16 LE or BE), else as UTF-8, and notes each byte that is not valid.</summary>
internal sealed class CsvText(Stream stream, string name) : IDisposable
{
    private const int BlockSize = 64 * 1024;
    private const int LongestBom = 3;
    private const char Replacement = '\uFFFD';

    private readonly byte[] bytes = new byte[BlockSize];
    private int start;
    private int end;
    private bool begun;
    private bool ended;
    private long charsRead;
    private bool bigEndian;

    /// <summary>Whether the BOM said UTF-16.</summary>
    public bool IsUtf16 { get; private set; }

    /// <summary>Positions, counted in decoded characters, where U+FFFD stands for something invalid.</summary>
    public Queue<long> Invalid { get; } = new();

    /// <summary>Decodes the next characters; 0 at the end. The target has room for at least two.</summary>
    public int Read(Span<char> target)
    {
        while (true)
        {
            var written = IsUtf16 ? DecodeUtf16(target) : DecodeUtf8(target);
            charsRead += written;
            if (written > 0 || ended) return written;
            Fill();
        }
    }

    public void Dispose() => stream.Dispose();

    private void Fill()
    {
        bytes.AsSpan(start, end - start).CopyTo(bytes);
        (start, end) = (0, end - start);
        int read;
        try
        {
            read = stream.ReadAtLeast(bytes.AsSpan(end), LongestBom, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputFile.Unreadable(name, e);
        }

        end += read;
        ended = read == 0;
        if (!begun) SkipBom();
        begun = true;
    }

    private void SkipBom()
    {
        ReadOnlySpan<byte> head = bytes.AsSpan(0, end);
        bigEndian = head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        IsUtf16 = bigEndian || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]);
        start = IsUtf16 ? 2 : head.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
    }

    private int DecodeUtf8(Span<char> target)
    {
        var written = 0;
        while (true)
        {
            var status = Utf8.ToUtf16(
                bytes.AsSpan(start, end - start), target[written..], out var read, out var chars,
                replaceInvalidSequences: false, isFinalBlock: ended);
            start += read;
            written += chars;
            if (status != OperationStatus.InvalidData || written == target.Length) return written;
            Rune.DecodeFromUtf8(bytes.AsSpan(start, end - start), out _, out var skipped);
            start += skipped;
            written = Replace(target, written);
        }
    }

    private int DecodeUtf16(Span<char> target)
    {
        var written = 0;
        for (; end - start >= 2 && written < target.Length; start += 2)
        {
            var c = Unit(start);
            if (!char.IsSurrogate(c))
            {
                target[written++] = c;
                continue;
            }

            var pairFits = written + 2 <= target.Length;
            if (char.IsHighSurrogate(c) && !ended && (end - start < 4 || !pairFits)) break;
            if (char.IsHighSurrogate(c) && end - start >= 4 && char.IsLowSurrogate(Unit(start + 2)))
            {
                if (!pairFits) break;
                target[written++] = c;
                target[written++] = Unit(start + 2);
                start += 2;
            }
            else
            {
                written = Replace(target, written);
            }
        }

        if (!ended || end - start != 1 || written == target.Length) return written;
        start++;
        return Replace(target, written);
    }

    private char Unit(int at)
    {
        var unit = bytes.AsSpan(at, 2);
        return (char)(bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(unit) : BinaryPrimitives.ReadUInt16LittleEndian(unit));
    }

    private int Replace(Span<char> target, int written)
    {
        Invalid.Enqueue(charsRead + written);
        target[written] = Replacement;
        return written + 1;
    }
}
