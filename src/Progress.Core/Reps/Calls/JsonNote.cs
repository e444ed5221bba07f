using System.Text.Json;
using Progress.Import;

namespace Progress.Reps;

/// <summary>One note as JSON writes it; names of fields are known whatever their case.</summary>
internal static class JsonNote
{
    private static readonly JsonItemKind Notes = new(
        "note", new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "id", "title", "createdAt" }, ["data", "notes"],
        "an array of notes, nor one note a line, nor an answer of Twenty's REST API ({\"data\":{\"notes\":[…]}})");

    /// <summary>The notes of a file; null where it does not begin as JSON does.</summary>
    public static IEnumerable<ImportRow<ParsedNote>>? TryRead(SourceFile file, ImportOptions options) =>
        JsonItems<ParsedNote>.TryOpen(file.Stream, file.Path, options, Notes, (item, line) => NoteParser.Row(Read(item, line)))?.Read();

    /// <exception cref="InvalidOperationException">A text holds half a character.</exception>
    private static SourceNote Read(JsonElement item, long line)
    {
        // A note in Twenty's bin is no call any more.
        var title = string.IsNullOrEmpty(Text(item, "deletedAt")) ? Text(item, "title") : null;
        var member = Text(item, "workspaceMemberId")
            ?? Text(item, "createdBy.workspaceMemberId")
            ?? (Property(item, "createdBy") is { } by ? MemberOf(by) : null);
        return new SourceNote(line, Text(item, "id"), title, Text(item, "createdAt"), Text(item, "updatedAt"), member);
    }

    /// <summary>The member in <c>createdBy</c> where a cell holds it as JSON, as exports of Twenty do.</summary>
    public static string? MemberOf(string? createdBy)
    {
        if (createdBy is null || !createdBy.AsSpan().TrimStart().StartsWith("{")) return null;
        try
        {
            using var json = JsonDocument.Parse(createdBy);
            return MemberOf(json.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // It is no UUID, so the row is refused, and shows what stood there.
            return createdBy;
        }
    }

    private static string? MemberOf(JsonElement createdBy) =>
        createdBy.ValueKind == JsonValueKind.Object ? Text(createdBy, "workspaceMemberId") : null;

    private static string? Text(JsonElement item, string name) =>
        Property(item, name) is not { ValueKind: not JsonValueKind.Null } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    private static JsonElement? Property(JsonElement item, string name)
    {
        if (item.TryGetProperty(name, out var exact)) return exact;
        foreach (var property in item.EnumerateObject())
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return property.Value;
        return null;
    }
}
