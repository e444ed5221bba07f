using System.Buffers;
using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The variables of a request, as its operation declares them.</summary>
internal sealed class Variables
{
    private readonly Dictionary<string, JsonElement> values = [];
    private readonly Dictionary<string, VariableDefinition> declared = [];

    public Variables(Operation operation, JsonElement? given)
    {
        foreach (var definition in operation.Variables)
        {
            declared.Add(definition.Name, definition);
            var value = given is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(definition.Name, out var one)
                ? one
                : definition.Default is { } fallback ? ToJson(fallback) : (JsonElement?)null;
            if (value is { } known)
                values.Add(definition.Name, known);
            if (definition.IsRequired && value is null or { ValueKind: JsonValueKind.Null })
                throw ApiError.Bad($"Variable \"${definition.Name}\" of required type \"{definition.Written}\" was not provided.");
        }
    }

    public VariableDefinition Definition(string name) => declared.TryGetValue(name, out var definition)
        ? definition
        : throw ApiError.Invalid($"Variable \"${name}\" is not defined.");

    /// <summary>Null where the caller left the variable out.</summary>
    public JsonElement? Find(string name)
    {
        Definition(name);
        return values.TryGetValue(name, out var value) ? value : null;
    }

    public JsonElement? Resolve(GraphQlValue value) => value switch
    {
        VariableValue variable => Find(variable.Name),
        LiteralValue literal => literal.Value,
        _ => ToJson(value),
    };

    private JsonElement ToJson(GraphQlValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            value.Write(json, this);
        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
