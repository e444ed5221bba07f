using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>Parts of an answer that may have any shape.</summary>
internal static class JsonParts
{
    /// <summary>The member, or null where there is none or this is no object.</summary>
    public static JsonNode? At(this JsonNode? node, string name) => (node as JsonObject)?[name];

    /// <summary>The text, or null where it is none.</summary>
    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool IsTrue(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    /// <summary>The number, or null where it is none.</summary>
    public static double? Number(this JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && double.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;

    /// <summary>The objects of a list; none where it is no list.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node) => (node as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>The point in time, UTC, or null where it is none.</summary>
    public static DateTime? Time(this JsonNode? node) =>
        node.Text() is { } text && IsoTime.TryParse(text, out var time) && time.HasOffset ? time.Value : null;
}
