using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Progress.Json;
using Progress.Reps;
using Xunit;

namespace Progress.Tests;

/// <summary>The schema of rule sets, for editors: made from the type that reads them; <c>UPDATE_GOLDEN=1</c> publishes a change.</summary>
public sealed class RuleSchemaTests
{
    private const string Name = "progression-rules.schema.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    [Fact]
    public void The_published_schema_is_that_of_rule_sets()
    {
        var options = new JsonSerializerOptions(StrictJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        var schema = options.GetJsonSchemaAsNode(typeof(RuleSet), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        var text = schema.ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(Published(), text);

        Assert.Equal(File.ReadAllText(Published()), text);
    }

    [Fact]
    public void The_default_rules_fit_it() => Assert.Empty(SchemaCheck.Load(Name).Problems(JsonNode.Parse(RuleSetFile.DefaultJson)));

    [Theory]
    [InlineData("\"dial_made\": 2", "\"dial_made\": \"two\"", "$.xp.dial_made: type")]
    [InlineData("\"callXp\": \"stack\"", "\"callXp\": \"all\"", "$.callXp: enum")]
    [InlineData("\"step\": 5000", "\"stepp\": 5000", "$.levels: required")]
    public void It_refuses_what_the_reader_refuses(string from, string to, string problem)
    {
        var rules = RuleSetFile.DefaultJson.Replace(from, to);

        Assert.Contains(problem, SchemaCheck.Load(Name).Problems(JsonNode.Parse(rules)));
        Assert.Throws<ProgressException>(() => RuleSetFile.Parse(rules, "rules.json"));
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        // What our own converter reads, the exporter cannot know.
        if (context.TypeInfo.Type == typeof(TimeOnly)) return new JsonObject { ["type"] = "string", ["pattern"] = @"^\d\d:\d\d$" };
        if (context.PropertyInfo?.AttributeProvider is System.Reflection.PropertyInfo property && XmlDocs.Of(property) is { } text && schema is JsonObject described)
            described.Insert(0, "description", text);
        return schema;
    }

    private static string Published([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/schemas", Name));
}
