using System.Text.Json;

namespace Progress.Json;

/// <summary>Reads a JSON file token by token or value by value, holding no more of it than one value.</summary>
/// <param name="stream">The file.</param>
/// <param name="name">Its name, for errors.</param>
internal sealed class JsonPull(Stream stream, string name)
{
    /// <summary>Longest value that is read whole.</summary>
    public const int MaxValueBytes = 1024 * 1024;

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int length;
    private int valueLength;
    private bool final;
    private JsonReaderState state;

    private delegate bool Step(ref Utf8JsonReader reader);

    /// <summary>The token read last.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>Depth of the token read last.</summary>
    public int Depth { get; private set; }

    /// <summary>Of a property, its name.</summary>
    public string? Property { get; private set; }

    /// <summary>Line reached, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Line on which the value read last begins, from 1.</summary>
    public long ValueLine { get; private set; }

    /// <summary>The value or line read last, as it stands in the file; holds until the next is read.</summary>
    public ReadOnlySpan<byte> Value => buffer.AsSpan(start - valueLength, valueLength);

    /// <summary>Goes to the next token; false at the end of the document.</summary>
    /// <exception cref="ProgressException"><c>InvalidJson</c>.</exception>
    public bool Read() => Take((ref Utf8JsonReader reader) => reader.Read() && Note(ref reader));

    /// <summary>Goes behind the value that comes next.</summary>
    public void Skip()
    {
        Read();
        var depth = Depth;
        if (Token is JsonTokenType.StartArray or JsonTokenType.StartObject)
            while (Read() && Depth > depth) { }
    }

    /// <summary>The next element of an array, or null at its end.</summary>
    public JsonDocument? ReadElement()
    {
        JsonDocument? item = null;
        Take((ref Utf8JsonReader reader) =>
        {
            if (!reader.Read()) return false;
            Note(ref reader);
            ValueLine = Line + buffer.AsSpan(start, (int)reader.TokenStartIndex).Count((byte)'\n');
            var begin = reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.EndArray && !JsonDocument.TryParseValue(ref reader, out item)) return false;
            valueLength = (int)(reader.BytesConsumed - begin);
            return true;
        });
        return item;
    }

    /// <summary>Goes to the next line that is not blank; false at the end.</summary>
    /// <param name="tooLong">The line is longer than <see cref="MaxValueBytes"/>, and was left out.</param>
    public bool ReadLine(out bool tooLong)
    {
        tooLong = false;
        SkipWhite();
        if (length == 0) return false;
        ValueLine = Line;
        int end;
        while ((end = buffer.AsSpan(start, length).IndexOf((byte)'\n')) < 0 && !final)
        {
            if (length > MaxValueBytes)
            {
                tooLong = true;
                Advance(length);
            }

            Fill();
        }

        valueLength = end < 0 ? length : end;
        Advance(valueLength);
        return true;
    }

    public ProgressException Fault(string what, long? line = null, string id = "InvalidJson") =>
        new(id, ErrorKind.InvalidData, $"{name}, line {line ?? Line}: {what}.", name);

    private bool Note(ref Utf8JsonReader reader)
    {
        (Token, Depth) = (reader.TokenType, reader.CurrentDepth);
        Property = Token == JsonTokenType.PropertyName ? reader.GetString() : null;
        return true;
    }

    /// <summary>Takes one step, reading more of the file until the step has all that it needs.</summary>
    private bool Take(Step step)
    {
        while (true)
        {
            SkipWhite();
            var reader = new Utf8JsonReader(buffer.AsSpan(start, length), final, state);
            try
            {
                if (step(ref reader))
                {
                    state = reader.CurrentState;
                    Advance((int)reader.BytesConsumed);
                    return true;
                }
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                var line = Line + buffer.AsSpan(start, (int)Math.Min(reader.BytesConsumed, length)).Count((byte)'\n');
                throw Fault($"the JSON is broken or cut off here ({Reason(error)})", line);
            }

            if (final) return false;
            Fill();
        }
    }

    /// <summary>Skips white space between values, and the byte-order mark before the first.</summary>
    private void SkipWhite()
    {
        while (true)
        {
            var rest = buffer.AsSpan(start, length);
            if (Line == 1 && rest.StartsWith("\uFEFF"u8)) rest = rest[3..];
            Advance(length - rest.TrimStart(" \t\r\n"u8).Length);
            if (length > 0 || final) return;
            Fill();
        }
    }

    /// <summary>What the reader says, without the position, which counts from another place.</summary>
    public static string Reason(Exception error) =>
        error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? error.Message[..end].TrimEnd('.', '|') : error.Message;

    private void Advance(int count)
    {
        Line += buffer.AsSpan(start, count).Count((byte)'\n');
        start += count;
        length -= count;
    }

    private void Fill()
    {
        if (length > MaxValueBytes) throw Fault(FormattableString.Invariant($"a value of more than {MaxValueBytes:N0} bytes begins here"));
        buffer.AsSpan(start, length).CopyTo(buffer);
        start = 0;
        if (length == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        // A byte-order mark must not come in pieces.
        var read = stream.ReadAtLeast(buffer.AsSpan(length), Math.Min(3, buffer.Length - length), throwOnEndOfStream: false);
        length += read;
        final = read == 0;
    }
}
