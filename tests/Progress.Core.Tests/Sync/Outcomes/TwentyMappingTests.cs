using Progress.Doubles;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>What settings map in Twenty, at every position of its double's switches.</summary>
public sealed class TwentyMappingTests
{
    private static readonly RemoteMapping Mapping = new(
        "ownerId", new Dictionary<string, MappedObject> { [EntityNames.Deal] = new("opportunities", ["stage", "ownerId", "createdBy.source"], "closeDate") });

    public static TheoryData<string> Switches => [.. TwentySwitches.All.Keys];

    [Theory]
    [MemberData(nameof(Switches))]
    public void Records_come_page_by_page_and_then_what_changed_went_into_the_bin_or_fell_due(string position)
    {
        using var place = new TwentyPlace(position) { Mapping = Mapping };
        using var provider = place.Another();
        var ids = Enumerable.Range(0, 230).Select(i => TwentyPlace.Id($"o{i}")).ToList();
        foreach (var id in ids) place.Twenty.Put("opportunities", id, new { stage = "NEW", closeDate = "2026-09-01T00:00:00Z", ownerId = TwentyPlace.Members[0] });
        foreach (var i in new[] { 7, 8 }) place.Twenty.Put("opportunities", ids[i], new { closeDate = i == 7 ? "2026-10-01T12:00:00Z" : "2026-11-01T12:00:00Z" });
        place.Clock.Advance(TimeSpan.FromHours(1));
        place.Twenty.Put("opportunities", ids[0], new { stage = "MEETING" });
        place.Settle();

        var pages = provider.Changes(EntityNames.Deal, null, default).ToList();
        Assert.Equal(ids.Order(), pages.SelectMany(p => p.Records).Select(r => Guid.Parse(r.Id)).Order());
        var first = pages.SelectMany(p => p.Records).First(r => r.Id == ids[1].ToString()).Fields;
        Assert.Equal(["createdBy.source", "ownerId", "stage"], first.Select(f => f.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("NEW", TwentyPlace.Members[0].ToString()), (first["stage"]!.GetValue<string>(), first["ownerId"]!.GetValue<string>()));

        place.Clock.Advance(TimeSpan.FromHours(30));
        place.Twenty.Put("opportunities", ids[3], new { stage = "WON" });
        place.Twenty.Put("opportunities", ids[4], new { deletedAt = place.Clock.GetUtcNow() });
        place.Settle();
        var later = provider.Changes(EntityNames.Deal, pages[^1].Cursor, default).SelectMany(p => p.Records).ToDictionary(r => Guid.Parse(r.Id));

        Assert.Equal("WON", later[ids[3]].Fields["stage"]!.GetValue<string>());
        Assert.True(later[ids[4]].IsDeleted);
        Assert.Contains(ids[7], later.Keys);
        Assert.DoesNotContain(ids[8], later.Keys);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_note_without_author_comes_with_the_owner_of_its_person(string position)
    {
        using var place = new TwentyPlace(position) { Mapping = Mapping };
        using var provider = place.Another();
        place.Twenty.DefineField("person", "ownerId", FieldType.UUID);
        place.Twenty.Put("people", TwentyPlace.Id("Zoe"), new { ownerId = TwentyPlace.Members[1] });
        foreach (var name in new[] { "a", "b" })
        {
            place.Twenty.AddNote(TwentyPlace.Id(name), "Call - A", place.Clock.GetUtcNow(), name == "a" ? TwentyPlace.Members[0] : null);
            place.Twenty.Put("noteTargets", TwentyPlace.Id($"target of {name}"), place.Twenty.Options.MorphTargets
                ? new { noteId = TwentyPlace.Id(name), targetPersonId = TwentyPlace.Id("Zoe") }
                : new { noteId = TwentyPlace.Id(name), personId = TwentyPlace.Id("Zoe") });
        }

        place.Settle();
        var notes = provider.Changes(EntityNames.Note, null, default).SelectMany(p => p.Records).ToDictionary(r => Guid.Parse(r.Id));

        Assert.Null(notes[TwentyPlace.Id("a")].Fields[RemoteMapping.NoteOwner]);
        Assert.Equal(TwentyPlace.Members[1].ToString(), notes[TwentyPlace.Id("b")].Fields[RemoteMapping.NoteOwner]!.GetValue<string>());
    }
}
