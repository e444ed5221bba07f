using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class CreateTests
{
    private const string Id = "5d1c0000-0000-5000-8000-000000000001";
    private readonly TwentyCaller caller = TwentyCaller.WithProgressions();

    [Fact]
    public void A_record_gets_what_the_server_gives()
    {
        var answer = caller.Post("/rest/repProgressions", $$"""{"id":"{{Id}}","name":"Ann","totalXp":0,"rev":1}""");
        Assert.Equal(201, answer.Status);
        var created = answer.Json["data"]!["createRepProgression"]!;
        Assert.Equal(Id, created["id"]!.GetValue<string>());
        Assert.Equal(1, created["position"]!.GetValue<double>());
        Assert.Equal("2026-10-01T12:00:00.000Z", created["createdAt"]!.GetValue<string>());
        Assert.Equal("2026-10-01T12:00:00.000Z", created["updatedAt"]!.GetValue<string>());
        Assert.Null(created["deletedAt"]);
        Assert.Equal("""{"source":"API","workspaceMemberId":null,"name":"Progress","context":{}}""", created["createdBy"]!.ToJsonString());
        Assert.False(created.AsObject().ContainsKey("searchVector"));
        Assert.Equal(created.ToJsonString(), caller.Get($"/rest/repProgressions/{Id}").Json["data"]!["repProgression"]!.ToJsonString());
    }

    [Fact]
    public void An_id_that_exists_is_a_duplicate_also_in_the_trash()
    {
        var json = $$"""{"id":"{{Id}}"}""";
        caller.Post("/rest/repProgressions", json);
        caller.Post("/rest/repProgressions", json).ShouldFail(400, "A duplicate entry was detected");
        caller.Send("DELETE", $"/rest/repProgressions/{Id}?soft_delete=true");
        caller.Post("/rest/repProgressions", json).ShouldFail(400, "A duplicate entry was detected");
        caller.Twenty.Options = caller.Twenty.Options with { OldDuplicateText = true };
        caller.Post("/rest/repProgressions", json).ShouldFail(400, "Record already exists");
    }

    [Theory]
    [InlineData("""{"foo":1}""", "Object repProgression doesn't have any \"foo\" field.")]
    [InlineData("""{"searchVector":"x"}""", "Object repProgression doesn't have any \"searchVector\" field.")]
    [InlineData("""{"totalXp":"5"}""", "Invalid number value '5' for field \"totalXp\"")]
    [InlineData("""{"totalXp":1e999}""", "Invalid number value '1e999' for field \"totalXp\"")]
    [InlineData("""{"name":5}""", "Invalid text value '5' for field \"name\"")]
    [InlineData("""{"isActive":"true"}""", "Invalid boolean value 'true' for field \"isActive\"")]
    [InlineData("""{"workspaceMemberId":"5"}""", "Invalid UUID value '5' for field \"workspaceMemberId\"")]
    [InlineData("""{"id":"5"}""", "Invalid UUID value '5' for field \"id\"")]
    [InlineData("""{"joinedAt":"soon"}""", "Invalid date-time value 'soon' for field \"joinedAt\"")]
    [InlineData("""{"createdBy":{"name":"me"}}""", "Sub field \"name\" not found for composite type: ACTOR")]
    [InlineData("""[]""", "Body must be an object")]
    [InlineData("""{"name":""", "Invalid JSON body")]
    public void What_does_not_fit_is_refused_and_nothing_is_stored(string json, string message)
    {
        caller.Post("/rest/repProgressions", json).ShouldFail(400, message);
        Assert.Empty(caller.Twenty.Records("repProgressions"));
    }

    [Theory]
    [InlineData("""{"a":[1,{"b":null}]}""")]
    [InlineData("""["x"]""")]
    [InlineData("\"[1]\"")]
    [InlineData("5")]
    public void Raw_JSON_comes_back_as_it_was(string json)
    {
        caller.Post("/rest/repProgressions", $$"""{"syncState":{{json}}}""");
        Assert.Equal(json, caller.List("repProgressions").Single()!["syncState"]!.ToJsonString());
    }

    [Fact]
    public void A_number_has_as_many_digits_as_a_double()
    {
        caller.Post("/rest/repProgressions", """{"totalXp":9007199254740991,"rev":0.1}""");
        var row = caller.List("repProgressions").Single()!;
        Assert.Equal("9007199254740991", row["totalXp"]!.ToJsonString());
        Assert.Equal("0.1", row["rev"]!.ToJsonString());
    }

    [Fact]
    public void A_callers_updatedAt_is_kept()
    {
        caller.Post("/rest/notes", """{"title":"back-dated","updatedAt":"2020-01-01T00:00:00.000Z"}""");
        Assert.Equal("2020-01-01T00:00:00.000Z", caller.List("notes").Single()!["updatedAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(EmptyText.Null, "null")]
    [InlineData(EmptyText.Empty, "\"\"")]
    public void An_empty_text_comes_back_in_the_way_of_the_release(EmptyText form, string json)
    {
        caller.Twenty.Options = caller.Twenty.Options with { EmptyText = form };
        caller.Post("/rest/repProgressions", """{"name":""}""");
        var name = caller.List("repProgressions").Single()!["name"];
        Assert.Equal(json, name is JsonNode node ? node.ToJsonString() : "null");
    }
}
