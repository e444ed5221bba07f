using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles.Airtable;

/// <summary>Reads values that are objects: people, files, barcodes. They are kept as they came.</summary>
internal static class ObjectReader
{
    public static object? Read(Field field, JsonElement value, Call call) => field.Type switch
    {
        "singleCollaborator" => Person(field, value),
        "multipleCollaborators" => List(field, value, one => Person(field, one)),
        "multipleAttachments" => List(field, value, one => Attachment(field, one, call)),
        "barcode" when Text(value, "text") is not null => value.Clone(),
        _ => throw CellReader.Refused(field),
    };

    private static JsonElement Person(Field field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && IdSource.Is("usr", value.GetString()!))
            return JsonSerializer.SerializeToElement(new { id = value.GetString() });
        if (Text(value, "id") is null && Text(value, "email") is null)
            throw CellReader.Refused(field);
        return value.Clone();
    }

    private static JsonElement Attachment(Field field, JsonElement value, Call call)
    {
        var url = Text(value, "url") ?? throw CellReader.Refused(field);
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["id"] = call.Ids.Next("att"), ["url"] = url, ["filename"] = Text(value, "filename") ?? url.Split('/')[^1], ["size"] = 0,
            ["type"] = "application/octet-stream",
        });
    }

    private static object? List(Field field, JsonElement value, Func<JsonElement, JsonElement> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
            throw CellReader.Refused(field);
        var items = value.EnumerateArray().Select(read).ToList();
        return items.Count == 0 ? null : JsonSerializer.SerializeToElement(items);
    }

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()
            : null;
}
