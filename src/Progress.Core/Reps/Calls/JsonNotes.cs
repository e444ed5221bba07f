using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Progress.Json;

namespace Progress.Reps;

/// <summary>Reads call notes from JSON: an array, an answer of Twenty's REST API, or one object a line.</summary>
internal sealed class JsonNotes
{
    private const int PeekBytes = 64 * 1024;

    private static readonly HashSet<string> NamesOfNotes = new(StringComparer.OrdinalIgnoreCase) { "id", "title", "createdAt" };

    private readonly JsonPull json;
    private readonly bool oneALine;
    private readonly bool skipInvalid;
    private bool ended;

    private JsonNotes(JsonPull json, bool oneALine, bool skipInvalid) =>
        (this.json, this.oneALine, this.skipInvalid) = (json, oneALine, skipInvalid);

    /// <summary>A reader, or null where the file does not begin as JSON does.</summary>
    public static JsonNotes? TryOpen(HashingStream stream, string path, ImportOptions options)
    {
        var head = stream.Peek(PeekBytes);
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        return head.IsEmpty || (head[0] != '[' && head[0] != '{')
            ? null
            : new JsonNotes(new JsonPull(stream, Path.GetFileName(path)), IsOneObjectALine(head), options.SkipInvalid);
    }

    /// <exception cref="ProgressException"><c>InvalidJson</c>, <c>InvalidUtf8</c>, with file and line.</exception>
    public IEnumerable<NoteRow> Read()
    {
        if (!oneALine) EnterArray();
        while ((oneALine ? NextLine() : NextElement()) is { } row) yield return row;
    }

    private NoteRow? NextLine()
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

    private NoteRow? NextElement()
    {
        if (ended) return null;
        try
        {
            using var item = json.ReadElement();
            if (item is not null) return Row(item.RootElement);
            // What follows the notes must be whole, too: a file that is cut off is refused.
            ended = true;
            while (json.Read()) { }
            return null;
        }
        catch (ProgressException error) when (skipInvalid && error.Kind == ErrorKind.InvalidData)
        {
            // Where an array is broken, nothing tells where its next note begins.
            ended = true;
            return new NoteRow(null, new ImportProblem(json.Line, "note", "", error.Message), null);
        }
    }

    private void EnterArray()
    {
        json.Read();
        if (json.Token == JsonTokenType.StartObject)
        {
            Enter("data", JsonTokenType.StartObject);
            Enter("notes", JsonTokenType.StartArray);
        }
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

        throw json.Fault("the file is neither an array of notes, nor one note a line, nor an answer of Twenty's REST API ({\"data\":{\"notes\":[…]}})");
    }

    private NoteRow Row(JsonElement item)
    {
        if (!Utf8.IsValid(json.Value)) return Unsound("a byte that is not valid UTF-8. Save the file as UTF-8", Raw(), "InvalidUtf8");
        NoteRow row;
        try
        {
            row = item.ValueKind == JsonValueKind.Object
                ? NoteRow.Of(JsonNote.Read(item, json.ValueLine))
                : new NoteRow(null, new ImportProblem(json.ValueLine, "note", item.GetRawText(), "a note is a JSON object"), null);
        }
        catch (InvalidOperationException)
        {
            row = new NoteRow(null, new ImportProblem(json.ValueLine, "note", item.GetRawText(), "half a character: a \\uD800 to \\uDFFF that stands alone"), null);
        }

        return row.Problem is null ? row : row with { Raw = Raw() };
    }

    /// <summary>Refuses the file, or where unsound notes are to be skipped, only this one.</summary>
    private NoteRow Unsound(string reason, string? raw, string id = "InvalidJson") =>
        skipInvalid ? new NoteRow(null, new ImportProblem(json.ValueLine, "note", "", reason), raw) : throw json.Fault(reason, json.ValueLine, id);

    /// <summary>The note as it stands in the file, on one line, so that rejected notes make a file of one a line.</summary>
    private string Raw() => Encoding.UTF8.GetString(json.Value).TrimEnd('\r').Replace('\r', ' ').Replace('\n', ' ');

    /// <summary>Whether the first line begins an object that is a note itself.</summary>
    private static bool IsOneObjectALine(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        var reader = new Utf8JsonReader(end < 0 ? head : head[..end], isFinalBlock: false, default);
        try
        {
            while (reader.Read())
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && NamesOfNotes.Contains(reader.GetString()!)) return true;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Reading it says where.
        }

        return false;
    }
}
