using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>Of a JSON tree what a selection asks for.</summary>
internal static class Projection
{
    public static JsonNode? Of(JsonNode? node, List<Selection>? selections)
    {
        if (selections is null || node is null)
            return node?.DeepClone();
        if (node is JsonArray items)
            return new JsonArray([.. items.Select(item => Of(item, selections))]);
        var projected = new JsonObject();
        foreach (var selection in selections)
            projected[selection.Alias] = Of(node is JsonObject found && found.TryGetPropertyValue(selection.Name, out var value)
                ? value
                : throw ApiError.Invalid($"Cannot query field \"{selection.Name}\"."), selection.Selections);
        return projected;
    }

    public static void Write(Utf8JsonWriter json, JsonNode? node)
    {
        if (node is null)
            json.WriteNullValue();
        else
            node.WriteTo(json);
    }
}
