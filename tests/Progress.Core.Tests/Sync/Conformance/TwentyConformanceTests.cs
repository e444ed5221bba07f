using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Sync;
using Progress.Sync.Twenty;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>Twenty at every position of its double's switches.</summary>
public sealed class TwentyConformanceTests : ProviderConformance
{
    private static readonly string[] NoConditions = ["no condition"];
    private static readonly WriteFate[] DoneOrUnanswered = [WriteFate.Applied, WriteFate.Unknown];

    public static new TheoryData<string> Switches => [.. TwentySwitches.All.Keys];

    private protected override RemotePlace Place(string position) => new TwentyPlace(position);

    [Theory]
    [MemberData(nameof(Switches))]
    public void The_schema_is_created_whole_and_then_left_alone(string position)
    {
        using var place = new TwentyPlace(position, ready: false);
        Assert.False(place.Provider.Describe(default)[EntityNames.RepProgression].Exists);

        var created = place.Provider.Create(default)[EntityNames.RepProgression];
        place.Journal.Clear();
        var again = place.Another().Create(default)[EntityNames.RepProgression];

        Assert.True(created.Exists);
        Assert.All(created.Fields.Concat(again.Fields), f => Assert.Equal(FieldState.Present, f.State));
        Assert.DoesNotContain(place.Journal.Entries, e => e.Method == "POST" && !e.Body.Contains("query"));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Many_records_are_created_in_few_calls_and_once(string position)
    {
        using var place = new TwentyPlace(position);
        var writes = Enumerable.Range(0, 130).Select(i => New($"rep {i}")).ToList();
        place.Provider.Describe(default);
        place.Journal.Clear();

        var first = place.Provider.Write(EntityNames.RepProgression, writes, default);

        Assert.All(first, o => Assert.Contains(o.Fate, DoneOrUnanswered));
        if (position == "new") Assert.Equal(3, place.Journal.Entries.Count);
        place.Settle();
        var second = place.Provider.Write(EntityNames.RepProgression, writes, default);
        Assert.All(second, o => Assert.Equal((WriteFate.Lost, false), (o.Fate, o.Record!.IsDeleted)));
        Assert.Equal(133, place.Twenty.Records("repProgressions").Count);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void One_bad_record_does_not_hold_up_the_others(string position)
    {
        using var place = new TwentyPlace(position);
        var binned = New("in the bin");
        place.Add(Guid.Parse(binned.Id), TwentyPlace.Id("somebody"), 1);
        place.Trash(Guid.Parse(binned.Id));
        place.Settle();
        var twisted = New("twisted") with { Fields = new JsonObject { ["workspaceMemberId"] = "no id", ["rev"] = 1 } };
        RecordWrite[] writes = [New("a"), binned, New("b"), twisted, New("c"), New("d")];

        var outcomes = place.Provider.Write(EntityNames.RepProgression, writes, default);

        Assert.Equal(WriteFate.Lost, outcomes[1].Fate);
        Assert.True(outcomes[1].Record!.IsDeleted);
        Assert.Equal(WriteFate.Refused, outcomes[3].Fate);
        Assert.Contains("workspaceMemberId", outcomes[3].Reason);
        Assert.All([0, 2, 4, 5], i =>
        {
            Assert.Contains(outcomes[i].Fate, DoneOrUnanswered);
            Assert.NotNull(place.Record(Guid.Parse(writes[i].Id)));
        });
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_compare_and_set_is_carried_out_once(string position)
    {
        using var place = new TwentyPlace(position);
        var id = TwentyPlace.Id("cas");
        place.Add(id, TwentyPlace.Id("somebody"), 100);
        var fields = new JsonObject { ["totalXp"] = 130.0, ["rev"] = 2, ["badges"] = new JsonArray("closer.gold"), ["nobodyKnowsThis"] = 1 };
        var expected = new JsonObject { ["rev"] = 1, ["totalXp"] = 100.0, ["closedDeals"] = null };

        var first = place.Write(id, fields, expected);

        if (NoConditions.Contains(position))
        {
            Assert.Equal(WriteFate.Refused, first.Fate);
            Assert.Contains("Update Twenty", first.Reason);
            return;
        }

        Assert.Contains(first.Fate, DoneOrUnanswered);
        if (first.Record is { } now) Assert.Equal(("130", """["closer.gold"]"""), (now.Fields["totalXp"]!.ToJsonString(), now.Fields["badges"]!.ToJsonString()));
        Assert.Equal(WriteFate.Lost, place.WriteUntilAnswered(id, new JsonObject { ["totalXp"] = 999 }, expected).Fate);
        Assert.Equal(130, place.Record(id)!["totalXp"]!.GetValue<double>());
        Assert.Equal(100, place.Record(TwentyPlace.Id($"record of {TwentyPlace.Members[0]}"))!["totalXp"]!.GetValue<double>());
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_record_in_the_bin_is_not_changed(string position)
    {
        using var place = new TwentyPlace(position);
        var id = TwentyPlace.Id("binned");
        place.Add(id, TwentyPlace.Id("somebody"), 100);
        place.Trash(id);

        var outcome = place.WriteUntilAnswered(id, new JsonObject { ["totalXp"] = 130 }, new JsonObject { ["rev"] = 1 });

        Assert.Equal(NoConditions.Contains(position) ? WriteFate.Refused : WriteFate.Lost, outcome.Fate);
        Assert.Equal(100, place.Record(id)!["totalXp"]!.GetValue<double>());
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Call_notes_come_page_by_page_and_then_only_what_changed(string position)
    {
        using var place = new TwentyPlace(position);
        var calls = Enumerable.Range(0, 430).Select(i => TwentyPlace.Id($"note {i}")).ToList();
        foreach (var (id, i) in calls.Select((id, i) => (id, i)))
        {
            place.Twenty.AddNote(id, i % 2 == 0 ? $"Call - CONTACT | {i}" : $"CALL - {i}", place.Clock.GetUtcNow(), TwentyPlace.Members[0]);
            if (i % 40 == 0) place.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        place.Twenty.AddNote(TwentyPlace.Id("other"), "Callback tomorrow", place.Clock.GetUtcNow());
        place.Clock.Advance(TimeSpan.FromMinutes(10));

        var pages = place.Provider.Changes(EntityNames.Note, null, default).ToList();
        Assert.Equal(calls.Order(), pages.SelectMany(p => p.Records).Select(r => Guid.Parse(r.Id)).Order());
        Assert.True(pages.Count > 2);
        Assert.All(pages[0].Records, r => Assert.Equal(TwentyPlace.Members[0].ToString(), r.Fields["createdBy"]!["workspaceMemberId"]!.GetValue<string>()));

        place.Twenty.EditNote(calls[7], "call - edited");
        place.Twenty.TrashNote(calls[8]);
        place.Settle();
        var changed = place.Provider.Changes(EntityNames.Note, pages[^1].Cursor, default).SelectMany(p => p.Records).ToDictionary(r => r.Id);
        Assert.Equal("call - edited", changed[calls[7].ToString()].Fields["title"]!.GetValue<string>());
        Assert.DoesNotContain(calls[8].ToString(), changed.Keys);
        var trash = place.Provider.Changes(EntityNames.NoteTrash, null, default).SelectMany(p => p.Records).Single();
        Assert.Equal((calls[8].ToString(), true), (trash.Id, trash.IsDeleted));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Notes_are_read_by_id_whether_in_the_bin_or_not(string position)
    {
        using var place = new TwentyPlace(position);
        var ids = Enumerable.Range(0, 70).Select(i => TwentyPlace.Id($"note {i}")).ToList();
        foreach (var id in ids) place.Twenty.AddNote(id, "no call any more", place.Clock.GetUtcNow());
        place.Twenty.TrashNote(ids[3]);
        place.Settle();

        var read = place.Provider.Read(EntityNames.Note, [.. ids.Select(i => i.ToString()), Guid.Empty.ToString()], default);

        Assert.Equal(ids.Order(), read.Select(r => Guid.Parse(r.Id)).Order());
        Assert.Equal(ids[3].ToString(), read.Single(r => r.IsDeleted).Id);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Calls_are_written_as_notes_under_their_own_ids(string position)
    {
        using var place = new TwentyPlace(position);
        var writes = Enumerable.Range(0, 5).Select(i => new RecordWrite("", TwentyPlace.Id($"call {i}").ToString(), new JsonObject
        {
            ["title"] = $"Call - CONTACT | 2:10 | {i}", ["createdAt"] = "2026-09-01T08:00:00.000Z",
        }, null)).ToList();

        var outcomes = place.Provider.Write(EntityNames.Note, writes, default);

        Assert.All(outcomes, o => Assert.Contains(o.Fate, DoneOrUnanswered));
        Assert.All(writes, w => Assert.StartsWith("2026-09-01T08:00:00", place.Twenty.Record("notes", Guid.Parse(w.Id))!["createdAt"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Members_come_without_their_mail_addresses(string position)
    {
        using var place = new TwentyPlace(position);
        place.Twenty.Put("workspaceMembers", TwentyPlace.Members[0], new { userEmail = "ann@example.org" });
        place.Settle();

        var members = place.Provider.Changes(EntityNames.WorkspaceMember, null, default).SelectMany(p => p.Records).ToList();

        Assert.Equal(3, members.Count);
        Assert.All(members, m => Assert.Equal("Europe/Berlin", m.Fields["timeZone"]!.GetValue<string>()));
        Assert.DoesNotContain("@", string.Concat(members.Select(m => m.Fields.ToJsonString())));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Doubled_records_of_a_member_both_come_and_those_in_the_bin_do_not(string position)
    {
        using var place = new TwentyPlace(position);
        var member = TwentyPlace.Id("doubled");
        foreach (var name in (string[])["one", "two", "binned"]) place.Add(TwentyPlace.Id(name), member, 5);
        place.Trash(TwentyPlace.Id("binned"));
        place.Settle();

        var read = place.Provider.Read(EntityNames.RepProgression, [member.ToString(), TwentyPlace.Id("nobody").ToString()], default);

        Assert.Equal(new[] { "one", "two" }.Select(n => TwentyPlace.Id(n).ToString()).Order(), read.Select(r => r.Id));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void No_request_carries_an_empty_filter_or_one_without_a_condition_on_what_it_changes(string position)
    {
        using var place = new TwentyPlace(position);
        place.Provider.Check(default);
        place.ReadAll();
        place.Write(TwentyPlace.Id("cas"), new JsonObject { ["totalXp"] = 1 }, []);

        foreach (var entry in place.Journal.Entries)
        {
            Assert.DoesNotContain("filter=&", entry.Query + "&");
            if (entry.Method == "PATCH") Assert.StartsWith("filter=and%28id%5Beq%5D%3A", entry.Query);
            if (entry.Path == "/graphql") Assert.StartsWith("""{"and":[{"id":{"eq":""", JsonNode.Parse(entry.Body)!["variables"]!["filter"]!.ToJsonString());
        }
    }

    private static RecordWrite New(string name)
    {
        var member = TwentyPlace.Id($"member of {name}").ToString();
        return new(member, TwentyPlace.Id(name).ToString(), new JsonObject { ["workspaceMemberId"] = member, ["totalXp"] = 0, ["rev"] = 1 }, null);
    }
}
