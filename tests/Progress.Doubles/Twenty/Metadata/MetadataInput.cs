using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The keys of a metadata request; a key that the API does not know is refused.</summary>
internal sealed class MetadataInput
{
    private readonly JsonElement input;

    public MetadataInput(JsonElement input, string[] known)
    {
        if (input.ValueKind != JsonValueKind.Object)
            throw ApiError.Bad("Body must be an object");
        foreach (var property in input.EnumerateObject())
            if (!known.Contains(property.Name))
                throw ApiError.Bad($"property {property.Name} should not exist");
        this.input = input;
    }

    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw ApiError.Bad($"{name} should not be empty");

    public string? Text(string name) => Value(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw ApiError.Bad($"{name} must be a string");

    public bool Flag(string name, bool fallback = false) => Value(name) is not { } value ? fallback
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw ApiError.Bad($"{name} must be a boolean value");

    public JsonElement? Value(string name) =>
        input.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.Clone() : null;
}
