using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Progress.Json;

namespace Progress.Tests;

/// <summary>The JSON schema of what a command prints, made from the C# type that it prints.</summary>
internal static class OutputSchema
{
    private static readonly JsonSerializerOptions Options = new(OutputJson.Compact) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    public static JsonObject Of(string title, Type type)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        var body = Options.GetJsonSchemaAsNode(type, Exporter).AsObject();
        foreach (var (keyword, rule) in body.ToList())
        {
            body.Remove(keyword);
            schema[keyword] = rule;
        }

        return schema;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        // What our own converter writes, the exporter cannot know.
        var described = type == typeof(DateTime) ? Time(type != context.TypeInfo.Type) : schema.AsObject();
        // A default is for readers of input; output always says.
        described.Remove("default");
        if (described["properties"] is JsonObject properties)
            described["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
        if (Text(context, type) is not { } text) return described;
        var told = new JsonObject { ["description"] = text };
        foreach (var (keyword, rule) in described.ToList())
        {
            described.Remove(keyword);
            told[keyword] = rule;
        }

        return told;
    }

    private static string? Text(JsonSchemaExporterContext context, Type type) =>
        context.PropertyInfo is { AttributeProvider: System.Reflection.PropertyInfo property }
            ? XmlDocs.Of(property)
            : type.Assembly == typeof(OutputJson).Assembly || type.Assembly == typeof(Progress.Cli.ErrorReport).Assembly ? XmlDocs.Of(type) : null;

    private static JsonObject Time(bool isNullable) =>
        new() { ["type"] = isNullable ? new JsonArray("string", "null") : "string", ["format"] = "date-time", ["pattern"] = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$" };
}
