using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Progress.Customers;
using Progress.Json;
using Progress.Settings;
using Xunit;

namespace Progress.Tests;

public sealed class SettingsSchemaTests
{
    private readonly SchemaCheck _schema = SchemaCheck.Load("progress.settings.schema.json");

    [Fact]
    public void Schema_records_and_listed_settings_have_the_same_keys()
    {
        var records = Leaves(typeof(ProgressSettings), "").Order().ToList();

        Assert.Equal(records, Leaves(_schema.Schema, "").Order());
        Assert.Equal(
            records.Where(name => name != "$schema" && !name.Contains('[') && !name.Contains('?')),
            SettingsStore.List(new SettingsFile(null, new ProgressSettings())).Select(setting => setting.Name).Order());
    }

    [Fact]
    public void The_defaults_validate_and_are_those_of_the_schema()
    {
        var defaults = JsonSerializer.SerializeToNode(new ProgressSettings(), StrictJson.Options)!.AsObject();

        Assert.Empty(_schema.Problems(defaults));
        Assert.Empty(_schema.Problems(new JsonObject()));
        Assert.All(Defaults(_schema.Schema, defaults), pair => Assert.True(JsonNode.DeepEquals(pair.Schema, pair.Record), $"{pair.Schema} is not {pair.Record}"));
    }

    [Fact]
    public void Full_settings_validate_and_are_read()
    {
        const string json = """
            {
              "$schema": "progress.settings.schema.json",
              "timeZone": "Europe/Berlin", "requireReason": true,
              "workingHours": { "start": "08:00", "end": "16:30", "days": ["mon", "sat"] }, "holidays": ["2026-12-25"],
              "plan": { "repository": ".." }, "documentation": { "folder": "handbook" },
              "linkPatterns": [{ "pattern": "#(\\d+)", "url": "https://x.example/$1" }],
              "cadence": { "days": { "gapAssessment": "tue", "phaseReport": "thu", "architectureReview": "wed" } },
              "escalation": { "channels": [{ "name": "critical", "kind": "webhook", "target": "SLACK_URL" }] },
              "customers": { "milestones": { "Series A": "Revenue_Growth" }, "weights": { "priority": 1, "gap": 0.5, "milestone": 0, "tool": 1000 } },
              "connections": [
                { "name": "twenty", "provider": "twenty", "uri": "https://crm.example", "apiKeyVariable": "TWENTY_API_KEY", "perMinute": 60, "pace": 0.9 },
                { "name": "academy", "provider": "redHawk", "uri": "http://127.0.0.1:4002", "secretName": null },
                { "name": "base", "provider": "airtable", "uri": "https://api.airtable.com", "base": "appA1b2C3d4E5f6G7", "secretName": "airtable" }
              ],
              "sync": { "paused": true, "pace": 1, "allowHttp": true }, "twenty": {
                "personOwnerField": "ownerId", "appointments": null,
                "deals": { "object": "opportunities", "owner": "createdBy.workspaceMemberId", "at": "closeDate", "when": { "stage": ["WON", "CUSTOMER"] } }
              },
              "redhawk": { "paysXp": false, "trustScores": true },
              "airtable": {
                "tables": { "taskProgress": null, "customerAsset": { "title": "Clients", "fields": { "Customer ID": "Client code" } } },
                "createCustomers": true, "plan": "enterprise"
              }
            }
            """;

        Assert.Empty(_schema.Problems(JsonNode.Parse(json)));
        Assert.Equal("SLACK_URL", StrictJson.Read<ProgressSettings>(json, "x", "InvalidSettings").Escalation.Channels.Single().Target);
    }

    [Theory]
    [InlineData("""{ "timezone": "UTC" }""", "$.timezone: additionalProperties")]
    [InlineData("""{ "timeZone": "" }""", "$.timeZone: pattern")]
    [InlineData("""{ "requireReason": "true" }""", "$.requireReason: type")]
    [InlineData("""{ "workingHours": { "days": [] } }""", "$.workingHours.days: minItems")]
    [InlineData("""{ "workingHours": { "start": "24:00" } }""", "$.workingHours.start: pattern")]
    [InlineData("""{ "cadence": { "days": { "phaseReport": "friday" } } }""", "$.cadence.days.phaseReport: enum")]
    [InlineData("""{ "linkPatterns": [{ "pattern": "a" }] }""", "$.linkPatterns[0]: required")]
    [InlineData("""{ "linkPatterns": [{ "pattern": "a", "url": "ftp://x" }] }""", "$.linkPatterns[0].url: pattern")]
    [InlineData("""{ "customers": { "milestones": { "Series A": "Series_A" } } }""", "$.customers.milestones.Series A: enum")]
    [InlineData("""{ "customers": { "weights": { "tool": -1 } } }""", "$.customers.weights.tool: minimum")]
    [InlineData("""{ "customers": { "weights": { "tool": 1001 } } }""", "$.customers.weights.tool: maximum")]
    [InlineData("""{ "connections": [{ "name": "a", "provider": "twenty" }] }""", "$.connections[0]: required")]
    [InlineData("""{ "connections": [{ "name": "2", "provider": "twenty", "uri": "https://x" }] }""", "$.connections[0].name: pattern")]
    [InlineData("""{ "connections": [{ "name": "a", "provider": "redhawk", "uri": "https://x" }] }""", "$.connections[0].provider: enum")]
    [InlineData("""{ "connections": [{ "name": "a", "provider": "twenty", "uri": "https://u:p@x" }] }""", "$.connections[0].uri: pattern")]
    [InlineData("""{ "connections": [{ "name": "a", "provider": "twenty", "uri": "https://x", "apiKeyVariable": "eyJ.a.b" }] }""", "$.connections[0].apiKeyVariable: pattern")]
    [InlineData("""{ "connections": [{ "name": "a", "provider": "twenty", "uri": "https://x", "apiKey": "k" }] }""", "$.connections[0].apiKey: additionalProperties")]
    [InlineData("""{ "connections": [{ "name": "a", "provider": "twenty", "uri": "https://x", "perMinute": 0 }] }""", "$.connections[0].perMinute: exclusiveMinimum")]
    [InlineData("""{ "sync": { "pace": 1.1 } }""", "$.sync.pace: maximum")]
    [InlineData("""{ "sync": { "paused": "yes" } }""", "$.sync.paused: type")]
    [InlineData("""{ "twenty": { "personOwnerField": "Owner Id" } }""", "$.twenty.personOwnerField: pattern")]
    [InlineData("""{ "twenty": { "deals": { "object": "opportunities", "owner": "ownerId", "at": "closeDate" } } }""", "$.twenty.deals: required")]
    [InlineData("""{ "twenty": { "deals": { "object": "a/b", "owner": "b", "at": "c", "when": { "d": ["E"] } } } }""", "$.twenty.deals.object: pattern")]
    [InlineData("""{ "twenty": { "deals": { "object": "a", "owner": "b", "at": "c.d", "when": { "d": ["E"] } } } }""", "$.twenty.deals.at: pattern")]
    [InlineData("""{ "twenty": { "deals": { "object": "a", "owner": "b", "at": "c", "when": { "d": [] } } } }""", "$.twenty.deals.when.d: minItems")]
    [InlineData("""{ "connections": [{ "name": "a", "provider": "airtable", "uri": "https://x", "base": "tblA1b2C3d4E5f6G7" }] }""", "$.connections[0].base: pattern")]
    [InlineData("""{ "airtable": { "plan": "pro" } }""", "$.airtable.plan: enum")]
    [InlineData("""{ "airtable": { "tables": { "tasks": {} } } }""", "$.airtable.tables.tasks: additionalProperties")]
    [InlineData("""{ "airtable": { "tables": { "taskProgress": { "fields": { "Status": "{Status}" } } } } }""", "$.airtable.tables.taskProgress.fields.Status: pattern")]
    public void What_the_reader_refuses_the_schema_refuses(string json, string problem)
    {
        Assert.Equal([problem], _schema.Problems(JsonNode.Parse(json)));
    }

    [Fact]
    public void Enums_of_the_schema_are_those_of_the_records()
    {
        Assert.Equal(AllowedValues.Names(typeof(Weekday)), Texts(_schema.Schema["$defs"]!["weekday"]!["enum"]!));
        var milestone = _schema.Schema["properties"]!["customers"]!["properties"]!["milestones"]!["additionalProperties"]!["enum"]!;
        Assert.Equal(TaskOptions.Milestone.Values, Texts(milestone));
        var channel = _schema.Schema["properties"]!["escalation"]!["properties"]!["channels"]!["items"]!;
        Assert.Equal(AllowedValues.Names(typeof(ChannelKind)), Texts(channel["properties"]!["kind"]!["enum"]!));
        Assert.Equal(["name", "kind", "target"], Texts(channel["required"]!));
        var connection = _schema.Schema["properties"]!["connections"]!["items"]!;
        Assert.Equal(AllowedValues.Names(typeof(CrmProvider)), Texts(connection["properties"]!["provider"]!["enum"]!));
        Assert.Equal(AllowedValues.Names(typeof(AirtablePlan)), Texts(_schema.Schema["properties"]!["airtable"]!["properties"]!["plan"]!["enum"]!));
    }

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => item!.GetValue<string>());

    private static IEnumerable<string> Leaves(Type type, string prefix) => type.GetProperties().SelectMany(property =>
    {
        var named = property.GetCustomAttributes(typeof(JsonPropertyNameAttribute), false).Cast<JsonPropertyNameAttribute>().SingleOrDefault();
        var name = prefix + (named?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        var item = property.PropertyType.GenericTypeArguments.FirstOrDefault();
        // What may be null is set as a whole.
        if (IsRecord(property.PropertyType))
            return new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable
                ? Leaves(property.PropertyType, name + "?.").Append(name)
                : Leaves(property.PropertyType, name + ".");
        return item is not null && IsRecord(item) ? Leaves(item, name + "[].").Append(name) : [name];
    });

    private IEnumerable<string> Leaves(JsonObject schema, string prefix) => schema["properties"]!.AsObject().SelectMany(member =>
    {
        var name = prefix + member.Key;
        var value = _schema.Resolve(member.Value!.AsObject());
        if (value["properties"] is not null) return value["type"] is JsonArray ? Leaves(value, name + "?.").Append(name) : Leaves(value, name + ".");
        return value["items"]?["properties"] is not null ? Leaves(value["items"]!.AsObject(), name + "[].").Append(name) : [name];
    });

    private static bool IsRecord(Type type) => type is { IsClass: true, Namespace: "Progress.Settings" };

    private static IEnumerable<(JsonNode? Schema, JsonNode? Record)> Defaults(JsonObject schema, JsonObject record) =>
        schema["properties"]!.AsObject().SelectMany(member => member.Value!["properties"] is null
            ? [(member.Value["default"], record[member.Key])]
            : Defaults(member.Value.AsObject(), record[member.Key]!.AsObject()));
}
