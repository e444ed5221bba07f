using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>The body of a write. Keys that the service does not know are let pass.</summary>
/// <param name="Records">Null for a single record, whose fields are in the body itself.</param>
internal sealed record WriteBody(JsonElement Root, IReadOnlyList<JsonElement>? Records, bool Typecast, bool ByFieldId, JsonElement? PerformUpsert)
{
    public static WriteBody Read(DoubleRequest request, Call call)
    {
        var root = RequestBody.Read(request, call.Switches);
        var records = Property(root, "records") switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } array when array.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object) =>
                array.EnumerateArray().ToList(),
            _ => throw AirtableError.Records(),
        };
        return new WriteBody(root, records, Flag(root, "typecast"), Flag(root, "returnFieldsByFieldId"), Property(root, "performUpsert"));
    }

    private static JsonElement? Property(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value : null;

    private static bool Flag(JsonElement root, string name) => Property(root, name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => throw AirtableError.Unknown($"\"{name}\" is true or false."),
    };
}
