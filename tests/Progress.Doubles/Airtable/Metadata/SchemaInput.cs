using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>What bodies of the schema routes have in common.</summary>
internal sealed record SchemaInput(string? Name, string? Type, string? Description, JsonElement? Options)
{
    private const int MostDescription = 20_000;

    public static SchemaInput Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw AirtableError.Unknown();
        var description = Text(body, "description");
        JsonElement? options = body.TryGetProperty("options", out var given) ? given : null;
        return description is { Length: 0 or > MostDescription }
            ? throw AirtableError.Unknown($"A description has 1 to {MostDescription} characters.")
            : new SchemaInput(Text(body, "name"), Text(body, "type"), description, options);
    }

    private static string? Text(JsonElement body, string name) => !body.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw AirtableError.Unknown($"\"{name}\" is a text.");
}
