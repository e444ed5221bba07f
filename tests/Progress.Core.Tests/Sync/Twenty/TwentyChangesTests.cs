using Progress.Doubles;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class TwentyChangesTests
{
    [Fact]
    public void The_cursor_is_the_servers_latest_time_and_is_read_again_with_an_overlap()
    {
        using var place = new TwentyPlace();
        place.Twenty.AddNote(TwentyPlace.Id("old"), "Call - A", Now(place), updatedAt: new(2026, 9, 30, 9, 0, 0, TimeSpan.Zero));
        place.Twenty.AddNote(TwentyPlace.Id("near"), "Call - B", Now(place), updatedAt: new(2026, 9, 30, 9, 56, 0, TimeSpan.Zero));
        place.Twenty.AddNote(TwentyPlace.Id("last"), "Call - C", Now(place), updatedAt: new(2026, 9, 30, 10, 0, 0, TimeSpan.Zero));

        var cursor = place.Provider.Changes(EntityNames.Note, null, default).Last().Cursor;
        var again = place.Provider.Changes(EntityNames.Note, cursor, default).SelectMany(p => p.Records).ToList();

        Assert.Equal("2026-09-30T10:00:00.000Z", cursor);
        Assert.Equal(["Call - B", "Call - C"], again.Select(r => r.Fields["title"]!.GetValue<string>()));
        Assert.Equal(new DateTime(2026, 9, 30, 10, 0, 0, DateTimeKind.Utc), again[1].UpdatedAt);
    }

    [Theory]
    [InlineData(FaultKind.DuplicatePage)]
    [InlineData(FaultKind.RepeatedCursor)]
    [InlineData(FaultKind.Reorder)]
    public void A_page_that_repeats_ends_the_pass_and_the_cursor_takes_up_the_rest(FaultKind kind)
    {
        using var place = new TwentyPlace("pages of 60");
        for (var i = 0; i < 300; i++)
        {
            place.Twenty.AddNote(TwentyPlace.Id($"note {i}"), "Call - A", Now(place));
            place.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var found = new HashSet<string>();
        string? cursor = null;
        place.Faults.Next(new Fault(kind), r => r.Query.Contains("starting_after"), times: 2);
        for (var pass = 0; pass < 4; pass++)
            foreach (var page in place.Provider.Changes(EntityNames.Note, cursor, default))
            {
                found.UnionWith(page.Records.Select(r => r.Id));
                cursor = page.Cursor;
            }

        Assert.Equal(300, found.Count);
    }

    [Fact]
    public void A_read_whose_page_repeats_is_a_fault_and_not_fewer_records()
    {
        using var place = new TwentyPlace("pages of 60");
        var member = TwentyPlace.Id("much doubled");
        for (var i = 0; i < 100; i++) place.Add(TwentyPlace.Id($"double {i}"), member, 1);
        place.Faults.Next(Fault.RepeatedCursor, r => r.Query.Contains("starting_after"), times: 9);

        Assert.Equal(RemoteFault.BadAnswer, Assert.Throws<RemoteException>(
            () => place.Provider.Read(EntityNames.RepProgression, [member.ToString()], default)).Fault);
    }

    [Fact]
    public void A_trashed_note_is_found_by_when_it_was_trashed()
    {
        using var place = new TwentyPlace();
        foreach (var name in (string[])["a", "b"]) place.Twenty.AddNote(TwentyPlace.Id(name), "Call - A", Now(place));
        place.Twenty.TrashNote(TwentyPlace.Id("a"));
        var cursor = place.Provider.Changes(EntityNames.NoteTrash, null, default).Single().Cursor;
        place.Clock.Advance(TimeSpan.FromHours(1));
        place.Twenty.TrashNote(TwentyPlace.Id("b"));

        var later = place.Provider.Changes(EntityNames.NoteTrash, cursor, default).Single();

        Assert.Equal([TwentyPlace.Id("a").ToString(), TwentyPlace.Id("b").ToString()], later.Records.Select(r => r.Id));
        Assert.Equal("2026-09-30T13:00:10.000Z", later.Cursor);
    }

    [Fact]
    public void Without_changes_there_is_no_page()
    {
        using var place = new TwentyPlace();

        Assert.Empty(place.Provider.Changes(EntityNames.Note, "2026-09-30T10:00:00.000Z", default));
    }

    [Fact]
    public void Changed_progressions_come_with_their_member_as_key()
    {
        using var place = new TwentyPlace();
        var cursor = place.Provider.Changes(EntityNames.RepProgression, null, default).Last().Cursor;
        place.Clock.Advance(TimeSpan.FromHours(1));
        place.Twenty.OtherWriter.AddXp(TwentyPlace.Members[1], 50);

        var changed = place.Provider.Changes(EntityNames.RepProgression, cursor, default).SelectMany(p => p.Records).Last();

        Assert.Equal(TwentyPlace.Members[1].ToString(), changed.Key);
        Assert.Equal(150, changed.Fields["totalXp"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-09-30")]
    public void A_cursor_that_is_none_does_not_get_into_a_filter(string cursor)
    {
        using var place = new TwentyPlace();

        Assert.Throws<ArgumentException>(() => place.Provider.Changes(EntityNames.Note, cursor, default).Count());
    }

    private static DateTimeOffset Now(TwentyPlace place) => place.Clock.GetUtcNow();
}
