using System.Security.Cryptography;
using Progress.Files;

namespace Progress.Import;

/// <summary>Passes a file through, and hashes and counts what was read of it; the first bytes can be looked at beforehand.</summary>
internal sealed class HashingStream(Stream inner, string path) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] peeked = [];
    private int peekedAt;
    private long done;
    private string? digest;

    /// <summary>Bytes read; safe to ask from another thread.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>SHA-256 of what was read; after the stream is closed, of all of it.</summary>
    public string Sha256 => digest ?? Convert.ToHexString(hash.GetCurrentHash()).ToLowerInvariant();

    /// <summary>The first bytes, at most so many; they are read again later.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        peeked = new byte[count];
        peeked = peeked[..ReadOn(peeked, count)];
        return peeked;
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (peekedAt < peeked.Length)
        {
            read = Math.Min(buffer.Length, peeked.Length - peekedAt);
            peeked.AsSpan(peekedAt, read).CopyTo(buffer);
            peekedAt += read;
        }
        else read = ReadOn(buffer);

        hash.AppendData(buffer[..read]);
        Interlocked.Add(ref done, read);
        return read;
    }

    private int ReadOn(Span<byte> buffer, int atLeast = 1)
    {
        try
        {
            return inner.ReadAtLeast(buffer, Math.Min(atLeast, buffer.Length), throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputFile.Unreadable(path, e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && digest is null)
        {
            digest = Sha256;
            hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
