using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class TableCreationTests
{
    private readonly AirtableCaller caller = new();

    [Fact]
    public void A_table_is_made_with_its_fields_and_a_view_the_first_field_primary()
    {
        const string Note = """{"name":"Note","type":"multilineText","description":"What happened"}""";
        var made = Create("Work", """{"name":"Code","type":"singleLineText"}""", Note).ShouldPass().Json;
        Assert.Matches("^tbl[A-Za-z0-9]{14}$", made["id"]!.GetValue<string>());
        Assert.Equal(made["fields"]![0]!["id"]!.GetValue<string>(), made["primaryFieldId"]!.GetValue<string>());
        Assert.Equal("What happened", made["fields"]![1]!["description"]!.GetValue<string>());
        Assert.Equal(("Grid view", "grid"), (made["views"]![0]!["name"]!.GetValue<string>(), made["views"]![0]!["type"]!.GetValue<string>()));
        Assert.Equal(200, caller.Post($"{caller.Root}/Work", new { fields = new { Code = "x" } }).Status);
    }

    [Theory]
    [InlineData("Tasks", "DUPLICATE_TABLE_NAME", """{"name":"Code","type":"singleLineText"}""")]
    [InlineData("TASKS", "DUPLICATE_TABLE_NAME", """{"name":"Code","type":"singleLineText"}""")]
    [InlineData("", "INVALID_REQUEST_UNKNOWN", """{"name":"Code","type":"singleLineText"}""")]
    [InlineData("Work", "INVALID_REQUEST_UNKNOWN")]
    [InlineData("Work", "INVALID_REQUEST_UNKNOWN", """{"name":"Ok","type":"checkbox","options":{"icon":"check","color":"greenBright"}}""")]
    [InlineData("Work", "INVALID_REQUEST_UNKNOWN", """{"name":"Code","type":"singleLineText","description":""}""")]
    [InlineData("Work", "DUPLICATE_OR_EMPTY_FIELD_NAME", """{"name":"Code","type":"singleLineText"}""", """{"name":"CODE","type":"singleLineText"}""")]
    [InlineData("Work", "INVALID_REQUEST_UNKNOWN", """{"name":"Code","type":"longText"}""")]
    [InlineData("Work", "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", """{"name":"Code","type":"singleLineText"}""", """{"name":"At","type":"date"}""")]
    public void What_does_not_fit_is_refused_and_nothing_made(string name, string type, params string[] fields)
    {
        Create(name, fields).ShouldFail(422, type);
        Assert.Equal(2, caller.Base.Tables.Count);
    }

    [Fact]
    public void A_refused_table_stays_with_its_first_fields_where_creation_is_not_atomic()
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { AtomicCreateTable = false };
        Create("Work", """{"name":"Code","type":"singleLineText"}""", """{"name":"At","type":"date"}""").ShouldFail(422, "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE");
        Assert.Equal([("Code", "singleLineText")], caller.Base.Fields("Work"));
    }

    [Fact]
    public void Names_and_descriptions_of_a_table_can_be_changed()
    {
        caller.Patch($"{caller.Meta}/Tasks", new { name = "Jobs", description = "All of them" }).ShouldPass();
        var table = caller.Get(caller.Meta).Json["tables"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == "Jobs")!;
        Assert.Equal("All of them", table["description"]!.GetValue<string>());
        caller.Patch($"{caller.Meta}/Jobs", new { name = "Customers" }).ShouldFail(422, "DUPLICATE_TABLE_NAME");
        caller.Patch($"{caller.Meta}/Jobs", new { fields = Array.Empty<string>() }).ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
        caller.Patch($"{caller.Meta}/Nothing", new { name = "x" }).ShouldFail(403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND");
    }

    private DoubleResponse Create(string name, params string[] fields) => caller.Post(caller.Meta, new JsonObject
    {
        ["name"] = name, ["fields"] = new JsonArray([.. fields.Select(field => JsonNode.Parse(field))]),
    }.ToJsonString());
}
