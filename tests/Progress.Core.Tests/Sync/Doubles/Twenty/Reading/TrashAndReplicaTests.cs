using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class TrashAndReplicaTests
{
    private static readonly Guid Note = new("00000000-0000-4000-8000-000000000001");

    [Fact]
    public void Trashed_rows_are_seen_only_by_a_filter_that_names_deletedAt()
    {
        var caller = new TwentyCaller();
        caller.Note("a", Note);
        caller.Twenty.TrashNote(Note);
        Assert.Empty(caller.List("notes"));
        Assert.Empty(caller.List("notes", $"id[eq]:{Note}"));
        Assert.Equal(404, caller.Get($"/rest/notes/{Note}").Status);
        Assert.Single(caller.List("notes", "deletedAt[is]:NOT_NULL"));
        Assert.Single(caller.List("notes", $"and(id[eq]:{Note},or(deletedAt[is]:NULL,deletedAt[is]:NOT_NULL))"));
    }

    [Fact]
    public void A_lagging_replica_shows_yesterdays_truth_and_writes_see_todays()
    {
        var caller = TwentyCaller.WithProgressions(new TwentyOptions { ReplicaLagMs = 1000 });
        var created = caller.Post("/rest/repProgressions", $$"""{"id":"{{Note}}","rev":1}""");
        Assert.Equal(201, created.Status);
        Assert.Empty(caller.List("repProgressions"));
        Assert.Equal(404, caller.Get($"/rest/repProgressions/{Note}").Status);

        caller.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Single(caller.List("repProgressions"));
        caller.Patch($"/rest/repProgressions/{Note}", """{"rev":2}""");
        Assert.Equal(1, Rev(caller));
        caller.Clock.Now += TimeSpan.FromMilliseconds(999);
        Assert.Equal(1, Rev(caller));
        caller.Clock.Now += TimeSpan.FromMilliseconds(1);
        Assert.Equal(2, Rev(caller));
    }

    private static int Rev(TwentyCaller caller) => caller.List("repProgressions").Single()!["rev"]!.GetValue<int>();
}
