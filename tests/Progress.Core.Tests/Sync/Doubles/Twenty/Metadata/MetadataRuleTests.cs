using System.Text.Json;
using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class MetadataRuleTests
{
    private readonly TwentyCaller caller = new();

    [Theory]
    [InlineData("repProgression", "repProgression", "The singular and plural names cannot be the same")]
    [InlineData("RepProgression", "repProgressions", "Name is not valid")]
    [InlineData("rep_progression", "repProgressions", "Name is not valid")]
    [InlineData("repXP", "repXps", "Name should be in camelCase: repXP")]
    [InlineData("event", "eventsOfOurs", "This name is not available")]
    [InlineData("billingItem", "billingItems", "This name is not available")]
    [InlineData("note", "notesOfOurs", "Object already exists")]
    [InlineData("repProgressionWithANameThatGoesOnForMoreThanSixtyThreeCharacters", "x", "Name is too long")]
    public void Names_of_objects_have_rules(string singular, string plural, string message) =>
        caller.Post("/rest/metadata/objects", JsonSerializer.Serialize(new
        {
            nameSingular = singular, namePlural = plural, labelSingular = "A", labelPlural = "Bs",
        })).ShouldFail(400, message);

    [Theory]
    [InlineData("currentXP", "TEXT", "Name should be in camelCase: currentXP")]
    [InlineData("level2x", "TEXT", "Name should be in camelCase: level2x")]
    [InlineData("type", "TEXT", "This name is not available")]
    [InlineData("title", "TEXT", "Name \"title\" is not available")]
    [InlineData("createdBy", "TEXT", "Name \"createdBy\" is not available")]
    [InlineData("amount", "NUMERIC", "\"Numeric\" field type is not supported. Use NUMBER instead.")]
    [InlineData("place", "POSITION", "Field type POSITION cannot be created.")]
    [InlineData("search", "TS_VECTOR", "Field type TS_VECTOR cannot be created.")]
    [InlineData("amount", "INTEGER", "type must be one of the following values: UUID, TEXT")]
    [InlineData("choice", "SELECT", "Options are required for enum fields")]
    public void Names_and_types_of_fields_have_rules(string name, string type, string message) =>
        AddField(name, type).ShouldFail(400, message);

    [Theory]
    [InlineData("UUID")]
    [InlineData("RAW_JSON")]
    [InlineData("ARRAY")]
    [InlineData("DATE_TIME")]
    [InlineData("TEXT")]
    [InlineData("BOOLEAN")]
    [InlineData("NUMBER")]
    public void These_types_can_be_created_on_standard_objects_too(string type)
    {
        Assert.Equal(201, AddField("level2", type).Status);
        Assert.True(caller.Post("/rest/notes", "{}").Json["data"]!["createNote"]!.AsObject().ContainsKey("level2"));
    }

    [Fact]
    public void The_column_of_a_relation_is_taken()
    {
        AddField("note", "TEXT", "noteTarget").ShouldFail(400, "Name \"note\" is not available");
        AddField("noteId", "TEXT", "noteTarget").ShouldFail(400, "Name \"noteId\" is not available");
    }

    [Theory]
    [InlineData("TEXT", "\"plain\"", false)]
    [InlineData("TEXT", "\"'quoted'\"", true)]
    [InlineData("NUMBER", "\"5\"", false)]
    [InlineData("NUMBER", "5", true)]
    public void Default_texts_are_written_in_quotes(string type, string value, bool ok)
    {
        var answer = AddField("extra", type, more: ("defaultValue", JsonNode.Parse(value)!));
        Assert.Equal(ok ? 201 : 400, answer.Status);
        if (ok)
            Assert.Equal(value.Replace("'", ""), caller.Post("/rest/notes", "{}").Json["data"]!["createNote"]!["extra"]!.ToJsonString());
    }

    [Fact]
    public void Keys_that_the_API_does_not_know_are_refused()
    {
        AddField("extra", "TEXT", more: ("foo", 1)).ShouldFail(400, "property foo should not exist");
        caller.Post("/rest/metadata/objects", """{"nameSingular":"a","namePlural":"as","labelSingular":"A","labelPlural":"As","labelIdentifierFieldMetadataId":"x"}""")
            .ShouldFail(400, "property labelIdentifierFieldMetadataId should not exist");
    }

    [Fact]
    public void Names_that_follow_labels_must_fit_them()
    {
        const string Json = """{"nameSingular":"rep","namePlural":"reps","labelSingular":"Sales Rep","labelPlural":"Sales Reps","isLabelSyncedWithName":true}""";
        caller.Post("/rest/metadata/objects", Json).ShouldFail(400, "Name is not synced with label. Expected name: \"salesRep\", got rep");
    }

    [Fact]
    public void What_is_not_there_is_404()
    {
        caller.Get($"/rest/metadata/objects/{Guid.Empty}").ShouldFail(404, "Object metadata not found");
        caller.Post("/rest/metadata/fields", $$"""{"objectMetadataId":"{{Guid.Empty}}","type":"TEXT","name":"a","label":"A"}""")
            .ShouldFail(404, "Object metadata not found");
    }

    [Fact]
    public void GraphQl_creates_and_lists_the_same()
    {
        const string Create = "mutation($input: CreateOneFieldMetadataInput!) { createOneField(input: $input) { name type } }";
        const string List = "query($n: Int) { objects(paging: {first: $n}) { edges { node { nameSingular fields(paging: {first: $n}) { edges { node { name } } } } } pageInfo { hasNextPage } } }";
        var input = new { field = new { objectMetadataId = ObjectId("note"), type = "NUMBER", name = "extra", label = "Extra" } };
        var created = caller.GraphQl(Create, new { input }, "/metadata")["data"]!["createOneField"]!;
        Assert.Equal("""{"name":"extra","type":"NUMBER"}""", created.ToJsonString());
        var objects = caller.GraphQl(List, new { n = 1000 }, "/metadata")["data"]!["objects"]!;
        Assert.False(objects["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        var note = objects["edges"]!.AsArray().Select(edge => edge!["node"]!).Single(node => node["nameSingular"]!.GetValue<string>() == "note");
        Assert.Contains(note["fields"]!["edges"]!.AsArray(), edge => edge!["node"]!["name"]!.GetValue<string>() == "extra");
    }

    private DoubleResponse AddField(string name, string type, string owner = "note", (string Key, JsonNode Value)? more = null)
    {
        var body = new JsonObject { ["objectMetadataId"] = ObjectId(owner), ["type"] = type, ["name"] = name, ["label"] = name };
        if (more is { } extra)
            body[extra.Key] = extra.Value;
        return caller.Post("/rest/metadata/fields", body.ToJsonString());
    }

    private string ObjectId(string singular) => caller.Get("/rest/metadata/objects?limit=200").Json["data"]!.AsArray()
        .First(item => item!["nameSingular"]!.GetValue<string>() == singular)!["id"]!.GetValue<string>();
}
