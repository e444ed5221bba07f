using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The arguments of a root field, checked against the schema.</summary>
internal sealed class Arguments(Selection selection, Variables variables)
{
    public JsonElement? this[string name] => selection.Arguments.TryGetValue(name, out var value) ? variables.Resolve(value) : null;

    public static void Check(Selection selection, Variables variables, Dictionary<string, string[]> known)
    {
        foreach (var (name, value) in selection.Arguments)
        {
            if (!known.TryGetValue(name, out var types))
                throw ApiError.Invalid($"Unknown argument \"{name}\" on field \"{selection.Name}\".");
            if (value is VariableValue variable && variables.Definition(variable.Name) is var definition && !types.Contains(definition.Type))
                throw ApiError.Invalid(
                    $"Variable \"${definition.Name}\" of type \"{definition.Written}\" used in position expecting type \"{types[0]}\".");
        }
    }

    public JsonElement Required(string name) => this[name] is { ValueKind: not JsonValueKind.Null } value
        ? value
        : throw ApiError.Invalid($"Field \"{selection.Name}\" argument \"{name}\" is required, but it was not provided.");

    public Guid Id() => Required("id") is { ValueKind: JsonValueKind.String } id && Guid.TryParseExact(id.GetString(), "D", out var value)
        ? value
        : throw ApiError.Bad($"Invalid UUID: {this["id"]}");

    public string? Text(string name) => this[name] is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public int? Number(string name) => this[name] is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    public bool Flag(string name) => this[name] is { ValueKind: JsonValueKind.True };
}
