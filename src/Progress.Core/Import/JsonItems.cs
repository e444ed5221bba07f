using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Progress.Json;

namespace Progress.Import;

/// <summary>Reads the items of a JSON file: of an array, of a service's answer, or one object a line.</summary>
internal sealed class JsonItems<T>
    where T : class
{
    private const int PeekBytes = 64 * 1024;

    private readonly JsonPull json;
    private readonly JsonItemKind kind;
    private readonly Func<JsonElement, long, ImportRow<T>> read;
    private readonly bool oneALine;
    private readonly bool skipInvalid;
    private readonly bool keepRaw;
    private bool ended;

    private JsonItems(JsonPull json, JsonItemKind kind, Func<JsonElement, long, ImportRow<T>> read, bool oneALine, bool skipInvalid, bool keepRaw) =>
        (this.json, this.kind, this.read, this.oneALine, this.skipInvalid, this.keepRaw) = (json, kind, read, oneALine, skipInvalid, keepRaw);

    /// <summary>A reader, or null where the file does not begin as JSON does.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="path">Its path, for errors.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="kind">What its items are.</param>
    /// <param name="read">Reads an object that begins on a line; an <see cref="InvalidOperationException"/> says that a text holds half a character.</param>
    /// <param name="keepRaw">Whether an item that is sound here may still be rejected, so that its text is kept.</param>
    public static JsonItems<T>? TryOpen(
        HashingStream stream, string path, FileImportOptions options, JsonItemKind kind, Func<JsonElement, long, ImportRow<T>> read, bool keepRaw = false)
    {
        var head = stream.Peek(PeekBytes);
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        return head.IsEmpty || (head[0] != '[' && head[0] != '{')
            ? null
            : new JsonItems<T>(new JsonPull(stream, Path.GetFileName(path)), kind, read, IsOneObjectALine(head, kind.Names), options.SkipInvalid, keepRaw);
    }

    /// <exception cref="ProgressException"><c>InvalidJson</c>, <c>InvalidUtf8</c>, with file and line.</exception>
    public IEnumerable<ImportRow<T>> Read()
    {
        if (!oneALine) EnterArray();
        while ((oneALine ? NextLine() : NextElement()) is { } row) yield return row;
    }

    private ImportRow<T>? NextLine()
    {
        if (!json.ReadLine(out var tooLong)) return null;
        if (tooLong) return Unsound($"the line is longer than {JsonPull.MaxValueBytes} bytes", raw: null);
        try
        {
            var reader = new Utf8JsonReader(json.Value);
            using var item = JsonDocument.ParseValue(ref reader);
            // What follows the object on its line is broken, too.
            reader.Read();
            return Row(item.RootElement);
        }
        catch (JsonException error)
        {
            return Unsound($"the JSON is broken or cut off here ({JsonPull.Reason(error)})", Raw());
        }
    }

    private ImportRow<T>? NextElement()
    {
        if (ended) return null;
        try
        {
            using var item = json.ReadElement();
            if (item is not null) return Row(item.RootElement);
            // What follows the items must be whole, too: a file that is cut off is refused.
            ended = true;
            while (json.Read()) { }
            return null;
        }
        catch (ProgressException error) when (skipInvalid && error.Kind == ErrorKind.InvalidData)
        {
            // Where an array is broken, nothing tells where its next item begins.
            ended = true;
            return ImportRow<T>.Unsound(new ImportProblem(json.Line, kind.Noun, "", error.Message));
        }
    }

    private void EnterArray()
    {
        json.Read();
        if (json.Token != JsonTokenType.StartObject) return;
        for (var i = 0; i < kind.Envelope.Count; i++)
            Enter(kind.Envelope[i], i == kind.Envelope.Count - 1 ? JsonTokenType.StartArray : JsonTokenType.StartObject);
    }

    private void Enter(string property, JsonTokenType begin)
    {
        while (json.Read() && json.Token == JsonTokenType.PropertyName)
        {
            if (json.Property != property)
            {
                json.Skip();
                continue;
            }

            if (json.Read() && json.Token == begin) return;
            break;
        }

        throw json.Fault($"the file is neither {kind.Allowed}");
    }

    private ImportRow<T> Row(JsonElement item)
    {
        if (!Utf8.IsValid(json.Value)) return Unsound("a byte that is not valid UTF-8. Save the file as UTF-8", Raw(), "InvalidUtf8");
        ImportRow<T> row;
        try
        {
            row = item.ValueKind == JsonValueKind.Object
                ? read(item, json.ValueLine)
                : ImportRow<T>.Unsound(new ImportProblem(json.ValueLine, kind.Noun, item.GetRawText(), $"a {kind.Noun} is a JSON object"));
        }
        catch (InvalidOperationException)
        {
            row = ImportRow<T>.Unsound(
                new ImportProblem(json.ValueLine, kind.Noun, item.GetRawText(), "half a character: a \\uD800 to \\uDFFF that stands alone"));
        }

        return row.Problem is null && !keepRaw ? row : row with { Raw = Raw() };
    }

    /// <summary>Refuses the file, or where unsound items are to be skipped, only this one.</summary>
    private ImportRow<T> Unsound(string reason, string? raw, string id = "InvalidJson") =>
        skipInvalid ? ImportRow<T>.Unsound(new ImportProblem(json.ValueLine, kind.Noun, "", reason), raw) : throw json.Fault(reason, json.ValueLine, id);

    /// <summary>The item as it stands in the file, on one line, so that rejected items make a file of one a line.</summary>
    private string Raw() => Encoding.UTF8.GetString(json.Value).TrimEnd('\r').Replace('\r', ' ').Replace('\n', ' ');

    /// <summary>Whether the first line begins an object that is an item itself.</summary>
    private static bool IsOneObjectALine(ReadOnlySpan<byte> head, IReadOnlySet<string> names)
    {
        var end = head.IndexOf((byte)'\n');
        var reader = new Utf8JsonReader(end < 0 ? head : head[..end], isFinalBlock: false, default);
        try
        {
            while (reader.Read())
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && names.Contains(reader.GetString()!)) return true;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Reading it says where.
        }

        return false;
    }
}
