using System.Text.Json;

namespace Progress.Doubles;

internal sealed record Operation(string Kind, string? Name, List<VariableDefinition> Variables, List<Selection> Selections);

/// <param name="Type">The name of the type without list and non-null marks.</param>
internal sealed record VariableDefinition(string Name, string Type, string Written, GraphQlValue? Default)
{
    public bool IsRequired => Written.EndsWith('!') && Default is null;
}

/// <summary>A field that is asked for.</summary>
/// <param name="Selections">Null where no braces follow.</param>
internal sealed record Selection(string Alias, string Name, Dictionary<string, GraphQlValue> Arguments, List<Selection>? Selections);

/// <summary>A value in a document; it becomes JSON once the variables are known.</summary>
internal abstract record GraphQlValue
{
    public abstract void Write(Utf8JsonWriter json, Variables variables);
}

internal sealed record VariableValue(string Name) : GraphQlValue
{
    public override void Write(Utf8JsonWriter json, Variables variables)
    {
        if (variables.Find(Name) is { } value)
            value.WriteTo(json);
        else
            json.WriteNullValue();
    }
}

internal sealed record LiteralValue(JsonElement Value) : GraphQlValue
{
    public override void Write(Utf8JsonWriter json, Variables variables) => Value.WriteTo(json);
}

internal sealed record ListValue(List<GraphQlValue> Items) : GraphQlValue
{
    public override void Write(Utf8JsonWriter json, Variables variables)
    {
        json.WriteStartArray();
        foreach (var item in Items)
            item.Write(json, variables);
        json.WriteEndArray();
    }
}

internal sealed record ObjectValue(List<(string Name, GraphQlValue Value)> Fields) : GraphQlValue
{
    public override void Write(Utf8JsonWriter json, Variables variables)
    {
        json.WriteStartObject();
        foreach (var (name, value) in Fields)
        {
            if (value is VariableValue variable && variables.Find(variable.Name) is null)
                continue;
            json.WritePropertyName(name);
            value.Write(json, variables);
        }

        json.WriteEndObject();
    }
}
