using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>Reads sets of ids however they were written: JSON, JSON as text, objects with ids, a comma list, nothing.</summary>
internal static class SetText
{
    private const int Deepest = 3;

    public static IEnumerable<string> Read(JsonNode? node) => Read(node, 0).Select(id => id.Trim()).Where(id => id.Length > 0).Distinct();

    private static IEnumerable<string> Read(JsonNode? node, int depth) =>
        node switch
        {
            null => [],
            JsonArray items => depth < Deepest ? items.SelectMany(item => Read(item, depth + 1)) : [],
            JsonObject one => Id(one),
            JsonValue value when value.TryGetValue<string>(out var text) => Text(text, depth),
            JsonValue value => [value.ToJsonString()],
            _ => [],
        };

    /// <summary>A badge with its id, or a map by id.</summary>
    private static IEnumerable<string> Id(JsonObject one) =>
        one["id"] is JsonValue id && id.TryGetValue<string>(out var text) ? [text] : one.Select(p => p.Key);

    private static IEnumerable<string> Text(string text, int depth)
    {
        // An item of a list is one id, whatever it holds.
        if (text.AsSpan().TrimStart() is not ['[' or '{', ..]) return depth > 0 ? [text] : Commas(text);
        try
        {
            return depth < Deepest ? [.. Read(JsonNode.Parse(text), depth + 1)] : [];
        }
        catch (JsonException)
        {
            return Commas(text.Trim('[', ']', ' '));
        }
    }

    private static IEnumerable<string> Commas(string text) => text.Split(',').Select(part => part.Trim(' ', '"', '\''));
}
