using Progress.Reps;
using Progress.Store;
using Progress.Sync;
using Progress.Tests.Store;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class ConflictTests : IDisposable
{
    private static readonly FoundConflict Xp = new(
        "twenty", "repProgression", TestStore.Id("Ana").ToString(), "r1", "totalXp", ConflictKind.Lowered, "300", "120", "Zapier");

    private readonly TestStore test = new TestStore().Rep("Ana");

    public void Dispose() => test.Dispose();

    [Fact]
    public void A_conflict_shows_both_values_whose_when_and_what_to_do()
    {
        Assert.True(Report(Xp));

        var conflict = Assert.Single(CrmConflicts.List(test.Store));

        Assert.Equal(
            ("twenty", "repProgression", "r1", "Ana", "totalXp", ConflictKind.Lowered, "300", "120", "Zapier"),
            (conflict.Connection, conflict.Entity, conflict.Record, conflict.Name, conflict.Field, conflict.Kind, conflict.Local, conflict.Remote, conflict.By));
        Assert.Equal((test.Clock.Now.UtcDateTime, null, null), (conflict.At, conflict.Resolved, conflict.Used));
        Assert.StartsWith($"Resolve-CrmConflict {conflict.Id} -Use Local puts back", conflict.NextStep);
    }

    [Fact]
    public void The_same_conflict_found_again_is_one_and_keeps_its_time()
    {
        Report(Xp);
        var first = Assert.Single(CrmConflicts.List(test.Store));
        test.Clock.Now = test.Clock.Now.AddHours(1);

        Assert.False(Report(Xp));
        Assert.Equal(first, Assert.Single(CrmConflicts.List(test.Store)));

        Assert.False(Report(Xp with { Remote = "90" }));
        var changed = Assert.Single(CrmConflicts.List(test.Store));
        Assert.Equal((first.Id, "90", first.At.AddHours(1)), (changed.Id, changed.Remote, changed.At));
    }

    [Fact]
    public void A_resolved_conflict_is_listed_only_when_asked_for_and_may_come_again()
    {
        Report(Xp);
        var id = CrmConflicts.List(test.Store).Single().Id;
        Close(id, ConflictSide.Local);
        test.Clock.Now = test.Clock.Now.AddHours(1);
        Close(id, ConflictSide.Remote);

        Assert.Empty(CrmConflicts.List(test.Store));
        var resolved = Assert.Single(CrmConflicts.List(test.Store, includeResolved: true));
        Assert.Equal((ConflictSide.Local, test.Clock.Now.UtcDateTime.AddHours(-1), null), (resolved.Used, resolved.Resolved, resolved.NextStep));
        Assert.True(Report(Xp));
        Assert.Equal(2, CrmConflicts.List(test.Store, includeResolved: true).Count);
    }

    [Fact]
    public void Conflicts_are_found_by_connection_and_number()
    {
        Report(Xp);
        Report(Xp with { Connection = "academy", Key = "RH-7", Kind = ConflictKind.Duplicate });

        Assert.Equal("twenty", Assert.Single(CrmConflicts.List(test.Store, "twenty")).Connection);
        Assert.Equal(2, CrmConflicts.List(test.Store, "*").Count);
        var one = CrmConflicts.List(test.Store, "academy").Single();
        Assert.Equal(one, CrmConflicts.Find(test.Store, one.Id));
        Assert.Null(one.Name);
        var refused = StoreFolder.Refused(() => CrmConflicts.Find(test.Store, 99), "ConflictNotFound", ErrorKind.NotFound);
        Assert.Contains("Get-CrmConflict", refused.Message);
    }

    [Fact]
    public void A_rep_is_named_by_the_id_of_the_academy_too()
    {
        RepDirectory.Add(test.Store, new NewRep(TestStore.Id("Ben"), "Ben", null, "RH-7"));
        Report(Xp with { Key = "RH-7" });
        Assert.Equal("Ben", CrmConflicts.List(test.Store).Single().Name);
    }

    private bool Report(FoundConflict found) => test.Store.Change(change => CrmConflicts.Report(change, found));

    private void Close(long id, ConflictSide used) => test.Store.Change(change =>
    {
        CrmConflicts.Close(change, id, used);
        return true;
    });
}
