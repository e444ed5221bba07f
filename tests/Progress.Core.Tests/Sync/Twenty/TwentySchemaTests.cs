using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class TwentySchemaTests
{
    private const string Entity = EntityNames.RepProgression;

    [Theory]
    [InlineData(MetadataFormat.New, false)]
    [InlineData(MetadataFormat.Legacy, false)]
    [InlineData(MetadataFormat.New, true)]
    public void The_seeds_object_is_completed_and_its_text_fields_are_used(MetadataFormat format, bool emptyRest)
    {
        using var place = new TwentyPlace(new TwentyOptions { MetadataFormat = format, Empty500 = emptyRest }, ready: false);
        place.Twenty.DefineSeedProgressions();
        var before = place.Provider.Describe(default)[Entity];
        Assert.Equal(FieldState.Missing, Field(before, "rev").State);
        Assert.Equal((FieldState.Present, "TEXT"), (Field(before, "badges").State, Field(before, "badges").Found));
        Assert.DoesNotContain("rev", before.Usable);

        var after = place.Provider.Create(default)[Entity];

        Assert.All(after.Fields, f => Assert.Equal(FieldState.Present, f.State));
        Assert.Equal("TEXT", Field(after, "workspaceMemberId").Found);
        Assert.Null(Field(after, "syncState").Found);
        var id = TwentyPlace.Id("x");
        var badges = new JsonArray("opener_elite.gold");
        place.Write(id, new JsonObject { ["workspaceMemberId"] = id.ToString(), ["badges"] = badges.DeepClone(), ["syncState"] = new JsonObject { ["v"] = 1 } }, null);
        Assert.Equal("""["opener_elite.gold"]""", place.Record(id)!["badges"]!.GetValue<string>());
        Assert.Equal(1, place.Record(id)!["syncState"]!["v"]!.GetValue<int>());
        var read = place.Provider.Read(Entity, [id.ToString()], default).Single();
        Assert.True(JsonNode.DeepEquals(badges, read.Fields["badges"]));
    }

    [Theory]
    [InlineData("[\"a\"", "[\"a\"")]
    [InlineData("a, b", "a, b")]
    public void Text_that_is_no_JSON_stays_text(string written, string read)
    {
        using var place = new TwentyPlace(new TwentyOptions(), ready: false);
        place.Twenty.DefineSeedProgressions();
        var id = TwentyPlace.Id("x");
        place.Twenty.Put("repProgressions", id, new { workspaceMemberId = id, badges = written });

        Assert.Equal(read, place.Provider.Read(Entity, [id.ToString()], default).Single().Fields["badges"]!.GetValue<string>());
    }

    [Fact]
    public void Fields_that_the_workspace_lacks_are_not_sent()
    {
        using var place = new TwentyPlace(new TwentyOptions(), ready: false);
        place.Twenty.DefineSeedProgressions();
        place.Provider.Describe(default);

        var outcome = place.Write(TwentyPlace.Id("x"), new JsonObject { ["totalXp"] = 5, ["efficiency"] = new JsonObject() }, null);

        Assert.Equal(WriteFate.Applied, outcome.Fate);
    }

    [Fact]
    public void A_field_that_the_workspace_lacks_is_not_compared()
    {
        using var place = new TwentyPlace();
        place.Twenty.DropField("repProgression", "closedDeals");
        var expected = new JsonObject { ["rev"] = 1, ["totalXp"] = 100, ["closedDeals"] = null };

        Assert.Equal(WriteFate.Applied, place.Write(TwentyPlace.Id($"record of {TwentyPlace.Members[0]}"), new JsonObject { ["totalXp"] = 101 }, expected).Fate);
    }

    [Fact]
    public void A_field_that_somebody_removed_meanwhile_is_left_out_from_then_on()
    {
        using var place = new TwentyPlace();
        place.Write(TwentyPlace.Id("before"), new JsonObject { ["streakDays"] = 3 }, null);
        place.Twenty.DropField("repProgression", "streakDays");

        var id = TwentyPlace.Id($"record of {TwentyPlace.Members[0]}");
        var outcome = place.Write(id, new JsonObject { ["streakDays"] = 4, ["totalXp"] = 101 }, new JsonObject { ["rev"] = 1 });

        Assert.Equal(WriteFate.Applied, outcome.Fate);
        Assert.Equal(101, place.Record(id)!["totalXp"]!.GetValue<double>());
    }

    [Fact]
    public void A_field_of_another_type_is_named_with_what_to_do()
    {
        using var place = new TwentyPlace(new TwentyOptions(), ready: false);
        place.Twenty.DefineObject("repProgression", "repProgressions", ("totalXp", FieldType.TEXT));

        var field = Field(place.Provider.Create(default)[Entity], "totalXp");

        Assert.Equal((FieldState.WrongType, "TEXT"), (field.State, field.Found));
        Assert.Contains("Settings → Data Model", field.Note);
    }

    [Theory]
    [InlineData(Role.NoDataModel)]
    [InlineData(Role.ReadOnly)]
    public void A_key_that_may_not_change_the_data_model_says_what_to_add_by_hand(Role role)
    {
        using var place = new TwentyPlace(new TwentyOptions(), ready: false);
        place.Twenty.AcceptKey(TwentyPlace.Secret, role);
        var nothing = place.Provider.Create(default)[Entity];
        Assert.False(nothing.Exists);
        Assert.All(nothing.Fields, f => Assert.Contains("Add object", f.Note));

        place.Twenty.DefineSeedProgressions();
        var some = place.Provider.Create(default)[Entity];

        Assert.Equal(FieldState.Present, Field(some, "totalXp").State);
        Assert.Contains("API name syncState", Field(some, "syncState").Note);
        Assert.Contains("type JSON", Field(some, "syncState").Note);
    }

    [Fact]
    public void A_key_that_may_only_read_is_told_of_its_role_when_it_writes()
    {
        using var place = new TwentyPlace();
        place.Twenty.AcceptKey(TwentyPlace.Secret, Role.ReadOnly);

        var fault = Assert.Throws<RemoteException>(() => place.Write(TwentyPlace.Id("x"), new JsonObject { ["totalXp"] = 1 }, null));

        Assert.Equal(RemoteFault.Forbidden, fault.Fault);
        Assert.Contains("Settings → Members → Roles", fault.Message);
    }

    [Theory]
    [InlineData("revoked", RemoteFault.KeyInvalid)]
    [InlineData("members", RemoteFault.Forbidden)]
    internal void A_check_tells_what_is_wrong_with_the_key(string what, RemoteFault expected)
    {
        using var place = new TwentyPlace();
        if (what == "revoked") place.Twenty.RevokeKey(TwentyPlace.Secret);
        else place.Twenty.AcceptKey(TwentyPlace.Secret, Role.NoMembers);

        Assert.Equal(expected, Assert.Throws<RemoteException>(() => place.Provider.Check(default)).Fault);
    }

    [Fact]
    public void A_check_tells_version_and_expiry()
    {
        using var place = new TwentyPlace();

        Assert.Equal(new RemoteServer("Twenty", "2.41.0", new DateTime(2026, 9, 21, 14, 13, 20, DateTimeKind.Utc)), place.Provider.Check(default));
    }

    private static RemoteField Field(RemoteEntity entity, string name) => entity.Fields.Single(f => f.Name == name);
}
