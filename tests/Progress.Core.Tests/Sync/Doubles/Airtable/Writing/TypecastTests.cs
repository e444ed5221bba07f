using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class TypecastTests
{
    private readonly AirtableCaller caller = new();

    [Fact]
    public void Texts_become_what_the_field_is()
    {
        var fields = Cast("""{"Impact":"2.5","Notes":7,"Urgent":"true","Tools":"icp, none","Done":"2026-03-01T09:30:00Z"}""").ShouldPass().Json["fields"]!;
        Assert.Equal("""{"Notes":"7","Tools":["icp","none"],"Impact":2.5,"Done":"2026-03-01","Urgent":true}""", fields.ToJsonString());
        Cast("""{"Impact":"many"}""").ShouldFail(422, "INVALID_VALUE_FOR_COLUMN");
    }

    [Fact]
    public void Options_that_do_not_exist_are_made_once()
    {
        Cast("""{"Status":"paused"}""").ShouldPass();
        Cast("""{"Status":"paused"}""").ShouldPass();
        Assert.Equal(["not_started", "in_progress", "completed", "paused"], Options("Status"));
    }

    [Fact]
    public void A_request_that_is_refused_makes_no_options()
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { TypecastLinksByText = true };
        Cast("""{"Status":"paused","Customer":["Acme"],"Impact":"many"}""").ShouldFail(422, "INVALID_VALUE_FOR_COLUMN");
        Assert.Equal(3, Options("Status").Count());
        Assert.Equal(0, caller.Base.Count("Customers"));
    }

    [Fact]
    public void A_link_is_found_or_made_by_its_text_as_the_switch_says()
    {
        Cast("""{"Customer":["CUST_01"]}""").ShouldFail(422, "INVALID_VALUE_FOR_COLUMN");
        caller.Airtable.Switches = caller.Airtable.Switches with { TypecastLinksByText = true };
        var made = Cast("""{"Customer":["CUST_01"]}""").ShouldPass().Json["fields"]!["Customer"]![0]!.GetValue<string>();
        Assert.Equal(made, Cast("""{"Customer":"CUST_01"}""").ShouldPass().Json["fields"]!["Customer"]![0]!.GetValue<string>());
        Assert.Equal("CUST_01", caller.Fields(made, "Customers")["Customer ID"]!.GetValue<string>());
    }

    private DoubleResponse Cast(string fields) => caller.Post($"{caller.Root}/Tasks", $$"""{"typecast":true,"fields":{{fields}}}""");

    private IEnumerable<string> Options(string field) => caller.Get(caller.Meta).Json["tables"]!.AsArray()
        .Single(table => table!["name"]!.GetValue<string>() == "Tasks")!["fields"]!.AsArray()
        .Single(one => one!["name"]!.GetValue<string>() == field)!["options"]!["choices"]!.AsArray()
        .Select(choice => choice!["name"]!.GetValue<string>());
}
