using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Progress.Tests;

/// <summary>Validates JSON against the part of JSON Schema 2020-12 that our schemas use; any other keyword fails the test.</summary>
internal sealed class SchemaCheck(JsonObject schema)
{
    private static readonly HashSet<string> Annotations =
        ["$schema", "$id", "$defs", "$comment", "title", "description", "default", "examples", "format"];

    public JsonObject Schema { get; } = schema;

    public static SchemaCheck Load(string name) =>
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemas", name)))!.AsObject());

    public IReadOnlyList<string> Problems(JsonNode? value) => [.. Problems(value, Schema, "$")];

    /// <summary>A schema with its <c>$ref</c> followed.</summary>
    public JsonObject Resolve(JsonObject schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference
            ? Schema["$defs"]![reference["#/$defs/".Length..]]!.AsObject()
            : schema;

    private IEnumerable<string> Problems(JsonNode? value, JsonObject schema, string path) =>
        schema.Where(keyword => !Annotations.Contains(keyword.Key))
            .SelectMany(keyword => Keyword(value, schema, keyword.Key, keyword.Value!, path));

    private IEnumerable<string> Keyword(JsonNode? value, JsonObject schema, string keyword, JsonNode rule, string path) => keyword switch
    {
        "$ref" => Problems(value, Resolve(schema), path),
        "type" => Unless(Types(rule).Contains(TypeOf(value)) || (TypeOf(value) == "integer" && Types(rule).Contains("number")), path, keyword),
        "enum" => Unless(rule.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)), path, keyword),
        "const" => Unless(JsonNode.DeepEquals(rule, value), path, keyword),
        "pattern" => Unless(Text(value) is not { } text || Regex.IsMatch(text, rule.GetValue<string>()), path, keyword),
        "minLength" => Unless(Text(value) is not { } text || text.Length >= rule.GetValue<int>(), path, keyword),
        "minimum" => Unless(TypeOf(value) is not ("integer" or "number") || value!.GetValue<double>() >= rule.GetValue<double>(), path, keyword),
        "exclusiveMinimum" => Unless(TypeOf(value) is not ("integer" or "number") || value!.GetValue<double>() > rule.GetValue<double>(), path, keyword),
        "maximum" => Unless(TypeOf(value) is not ("integer" or "number") || value!.GetValue<double>() <= rule.GetValue<double>(), path, keyword),
        "minItems" => Unless(value is not JsonArray list || list.Count >= rule.GetValue<int>(), path, keyword),
        "uniqueItems" => Unless(value is not JsonArray list || list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count, path, keyword),
        "items" => (value as JsonArray ?? []).SelectMany((item, i) => Problems(item, rule.AsObject(), $"{path}[{i}]")),
        "required" => Unless(value is not JsonObject item || rule.AsArray().All(name => item.ContainsKey(name!.GetValue<string>())), path, keyword),
        "properties" => (value as JsonObject ?? []).Where(member => rule[member.Key] is not null)
            .SelectMany(member => Problems(member.Value, rule[member.Key]!.AsObject(), $"{path}.{member.Key}")),
        "additionalProperties" => (value as JsonObject ?? []).Where(member => schema["properties"]?[member.Key] is null)
            .SelectMany(member => rule is JsonObject other
                ? Problems(member.Value, other, $"{path}.{member.Key}")
                : Unless(rule.GetValue<bool>(), $"{path}.{member.Key}", keyword)),
        "anyOf" => Unless(rule.AsArray().Any(one => !Problems(value, one!.AsObject(), path).Any()), path, keyword),
        _ => throw new NotSupportedException($"The schema keyword {keyword} at {path} is not checked here yet."),
    };

    private static IEnumerable<string> Unless(bool holds, string path, string keyword) => holds ? [] : [$"{path}: {keyword}"];

    private static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string? Text(JsonNode? value) => TypeOf(value) == "string" ? value!.GetValue<string>() : null;

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Number => value.GetValue<double>() == Math.Floor(value.GetValue<double>()) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        { } kind => kind.ToString().ToLowerInvariant(),
    };
}
