using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>A field of a record, and what it is of a row here.</summary>
/// <param name="Name">The field's name there.</param>
/// <param name="Policy">How it is merged.</param>
/// <param name="Write">Its value of a row.</param>
/// <param name="Read">A row with its value; null where the value is not allowed here.</param>
internal sealed record RecordField<TRow>(string Name, FieldPolicy Policy, Func<TRow, JsonNode?> Write, Func<TRow, JsonNode?, TRow?> Read)
    where TRow : class;

/// <summary>Values of fields as text.</summary>
internal static class RecordText
{
    /// <summary>A text; nothing where it is empty.</summary>
    public static string? Of(JsonNode? value) => value.Text() is { Length: > 0 } text ? text : null;

    public static string? Day(int? day) => day is { } number ? IsoText.Day(DateOnly.FromDayNumber(number)) : null;

    /// <summary>Ids of the records that a field links to.</summary>
    public static IEnumerable<string> Links(JsonNode? value) => value is JsonArray links ? links.Select(l => l.Text()).OfType<string>() : [];
}
