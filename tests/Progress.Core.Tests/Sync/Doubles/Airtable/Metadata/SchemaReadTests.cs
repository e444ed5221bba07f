using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class SchemaReadTests
{
    private readonly AirtableCaller caller = new();

    [Fact]
    public void Whoami_needs_a_token_and_nothing_else()
    {
        caller.Token = caller.Airtable.Token(new AirtableGrant { Scopes = [] });
        Assert.StartsWith("usr", caller.Get("/v0/meta/whoami").ShouldPass().Json["id"]!.GetValue<string>());
    }

    [Fact]
    public void Bases_are_those_of_the_token_with_its_permission()
    {
        var other = caller.Airtable.AddBase("Other");
        caller.Token = caller.Airtable.Token(new AirtableGrant { Bases = [other.Id], Permission = Permission.Edit });
        Assert.Equal($$"""{"bases":[{"id":"{{other.Id}}","name":"Other","permissionLevel":"edit"}]}""", caller.Get("/v0/meta/bases").ShouldPass().Text);
        caller.Get("/v0/meta/bases?pageSize=10").ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
    }

    [Fact]
    public void Tables_show_fields_with_options_and_views()
    {
        var table = caller.Get($"{caller.Meta}?include=visibleFieldIds").ShouldPass().Json["tables"]![1]!;
        var fields = table["fields"]!.AsArray().ToDictionary(field => field!["name"]!.GetValue<string>(), field => field!.AsObject());
        Assert.Equal(table["primaryFieldId"]!.GetValue<string>(), fields["Task Name"]["id"]!.GetValue<string>());
        Assert.False(fields["Notes"].ContainsKey("options"));
        Assert.Equal("""{"precision":0}""", fields["Impact"]["options"]!.ToJsonString());
        Assert.Equal("""{"dateFormat":{"name":"iso","format":"YYYY-MM-DD"}}""", fields["Done"]["options"]!.ToJsonString());
        Assert.Equal("completed", fields["Status"]["options"]!["choices"]![2]!["name"]!.GetValue<string>());
        var link = fields["Customer"]["options"]!;
        Assert.Equal(caller.Base.TableId("Customers"), link["linkedTableId"]!.GetValue<string>());
        Assert.Equal(caller.Base.FieldId("Customers", "Tasks"), link["inverseLinkFieldId"]!.GetValue<string>());
        Assert.Equal(fields.Count, table["views"]![0]!["visibleFieldIds"]!.AsArray().Count);
    }

    [Fact]
    public void Options_that_there_are_none_of_may_be_null()
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { NullOptions = true };
        var notes = caller.Get(caller.Meta).Json["tables"]![1]!["fields"]![2]!.AsObject();
        Assert.True(notes.ContainsKey("options"));
        Assert.Null(notes["options"]);
    }

    [Fact]
    public void Computed_fields_show_what_they_give()
    {
        caller.Base.AddFieldByHand("Tasks", ByHandField.CreatedTime("Made"));
        caller.Base.AddFieldByHand("Tasks", ByHandField.AutoNumber("No"));
        caller.Base.AddFieldByHand("Customers", ByHandField.Rollup("Last", "Tasks", "Done", "MAX(values)"));
        var tables = caller.Get(caller.Meta).Json["tables"]!;
        var made = tables[1]!["fields"]!.AsArray()[^2]!;
        Assert.Equal(("createdTime", "dateTime"), (made["type"]!.GetValue<string>(), made["options"]!["result"]!["type"]!.GetValue<string>()));
        var last = tables[0]!["fields"]!.AsArray()[^1]!;
        Assert.Equal(("rollup", "date"), (last["type"]!.GetValue<string>(), last["options"]!["result"]!["type"]!.GetValue<string>()));
        Assert.Equal(caller.Base.FieldId("Tasks", "Done"), last["options"]!["fieldIdInLinkedTable"]!.GetValue<string>());
    }
}
