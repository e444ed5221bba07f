using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class MetadataFormatTests
{
    private const string Object = """
        {"nameSingular":"repProgression","namePlural":"repProgressions","labelSingular":"Rep Progression",
         "labelPlural":"Rep Progressions","description":"XP","icon":"IconTrophy","isLabelSyncedWithName":false}
        """;

    [Fact]
    public void The_legacy_format_wraps_by_operation()
    {
        var caller = new TwentyCaller(new TwentyOptions { MetadataFormat = MetadataFormat.Legacy });
        var created = caller.Post("/rest/metadata/objects", Object);
        Assert.Equal(201, created.Status);
        var id = created.Json["data"]!["createOneObject"]!["id"]!.GetValue<string>();
        var field = caller.Post("/rest/metadata/fields", Field(id)).Json["data"]!["createOneField"]!;
        Assert.Equal("NUMBER", field["type"]!.GetValue<string>());
        Assert.Equal("repProgression", caller.Get($"/rest/metadata/objects/{id}").Json["data"]!["object"]!["nameSingular"]!.GetValue<string>());
        Assert.NotNull(caller.Get($"/rest/metadata/fields/{field["id"]}").Json["data"]!["field"]);
        Assert.NotNull(caller.Patch($"/rest/metadata/objects/{id}", """{"icon":"IconStar"}""").Json["data"]!["updateOneObject"]);
        Assert.NotNull(caller.Send("DELETE", $"/rest/metadata/fields/{field["id"]}").Json["data"]!["deleteOneField"]);
        Assert.NotEmpty(caller.Get("/rest/metadata/objects").Json["data"]!["objects"]!.AsArray());
        var error = caller.Post("/rest/metadata/objects", Object);
        error.ShouldFail(400, "Object already exists");
        Assert.Equal("Bad Request", error.Json["error"]!.GetValue<string>());
    }

    [Fact]
    public void The_new_format_is_bare()
    {
        var caller = new TwentyCaller();
        var id = caller.Post("/rest/metadata/objects", Object).Json["id"]!.GetValue<string>();
        Assert.Equal("totalXp", caller.Post("/rest/metadata/fields", Field(id)).Json["name"]!.GetValue<string>());
        var fields = caller.Get($"/rest/metadata/objects/{id}").Json["fields"]!.AsArray();
        Assert.Superset(
            new HashSet<string> { "id:UUID", "name:TEXT", "createdAt:DATE_TIME", "updatedAt:DATE_TIME", "deletedAt:DATE_TIME", "createdBy:ACTOR", "position:POSITION", "searchVector:TS_VECTOR", "totalXp:NUMBER" },
            fields.Select(field => $"{field!["name"]}:{field["type"]}").ToHashSet());
        Assert.NotEmpty(caller.Get("/rest/metadata/objects").Json["data"]!.AsArray());
        Assert.Equal(200, caller.Get("/rest/repProgressions").Status);
    }

    [Theory]
    [InlineData(MetadataFormat.New, "objects")]
    [InlineData(MetadataFormat.New, "fields")]
    [InlineData(MetadataFormat.Legacy, "objects")]
    [InlineData(MetadataFormat.Legacy, "fields")]
    public void Lists_come_in_pages_of_sixty(MetadataFormat format, string kind)
    {
        var caller = new TwentyCaller(new TwentyOptions { MetadataFormat = format });
        var (ids, pages) = (new List<string>(), 0);
        for (string? cursor = null; pages == 0 || cursor is not null; pages++)
        {
            var page = caller.Get($"/rest/metadata/{kind}{(cursor is null ? "" : $"?starting_after={Uri.EscapeDataString(cursor)}")}").Json;
            var items = format == MetadataFormat.New ? page["data"]!.AsArray() : page["data"]![kind]!.AsArray();
            Assert.InRange(items.Count, 1, 60);
            ids.AddRange(items.Select(item => item!["id"]!.GetValue<string>()));
            cursor = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
            Assert.Equal(cursor is not null && format == MetadataFormat.New, Guid.TryParse(cursor, out _));
        }

        Assert.Equal(kind == "fields", pages > 5);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.True(ids.Count >= 35);
    }

    [Fact]
    public void A_cursor_that_is_no_id_is_refused_in_the_new_format() =>
        new TwentyCaller().Get("/rest/metadata/objects?starting_after=eyJ9").ShouldFail(400, "Invalid cursor: eyJ9");

    [Fact]
    public void A_server_may_answer_an_empty_500_and_still_speak_GraphQl()
    {
        var caller = new TwentyCaller(new TwentyOptions { Empty500 = true });
        var answer = caller.Get("/rest/metadata/objects");
        Assert.Equal(500, answer.Status);
        Assert.Empty(answer.Body);
        Assert.NotNull(caller.GraphQl("{ objects(paging: {first: 1}) { edges { node { id } } } }", path: "/metadata")["data"]);
    }

    [Fact]
    public void A_new_object_is_not_found_for_a_while()
    {
        var caller = new TwentyCaller(new TwentyOptions { MetadataDelayMs = 500 });
        caller.Post("/rest/metadata/objects", Object);
        caller.Get("/rest/repProgressions").ShouldFail(400, "object 'repProgressions' not found.");
        Assert.NotNull(caller.GraphQl("{ repProgressions { totalCount } }")["errors"]);
        caller.Clock.Now += TimeSpan.FromMilliseconds(500);
        Assert.Equal(200, caller.Get("/rest/repProgressions").Status);
        Assert.Null(caller.GraphQl("{ repProgressions { totalCount } }")["errors"]);
    }

    private static string Field(string objectId) => new JsonObject
    {
        ["objectMetadataId"] = objectId, ["type"] = "NUMBER", ["name"] = "totalXp", ["label"] = "Total XP", ["isNullable"] = true,
        ["defaultValue"] = 0, ["settings"] = new JsonObject { ["dataType"] = "int", ["decimals"] = 0, ["type"] = "number" },
        ["isLabelSyncedWithName"] = false,
    }.ToJsonString();
}
