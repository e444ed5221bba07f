using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>JSON that a remote may keep as text.</summary>
internal static class JsonTree
{
    /// <summary>The tree that a text holds, or the node as it is.</summary>
    public static JsonNode? Unwrap(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text) || text.AsSpan().TrimStart() is not ['{' or '[', ..]) return node;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return node;
        }
    }

    /// <summary>A whole number, or nothing.</summary>
    public static long? Whole(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? value.TryGetValue<long>(out var whole) ? whole : value.TryGetValue<double>(out var real) && Math.Abs(real) < 1L << 53 ? (long)Math.Round(real) : null
            : null;
}
