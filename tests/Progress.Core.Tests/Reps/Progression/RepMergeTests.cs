using Progress.Reps;
using Progress.Tests.Reps.Calls;
using Xunit;

namespace Progress.Tests.Reps.Progression;

public sealed class RepMergeTests
{
    [Fact]
    public void What_both_did_is_credited_to_the_one_who_stays()
    {
        using var store = new TestStore().Rep("Ana").Rep("Ana old");
        store.Calls("Ana old", "2026-08-01T10:00", 60, "CONTACT", "3:00").Calls("Ana", "2026-09-01T10:00", 60, "APPT", "3:00").Import();
        store.Did("Ana old", "deal_closed", "2026-08-02T10:00");
        var (before, old) = (store.Xp("Ana"), store.Xp("Ana old"));
        RepMerge.Merge(store.Store, "Ana old", "Ana");
        Assert.InRange(store.Xp("Ana"), before + old, long.MaxValue);
        Assert.Equal((120, 1), (store.Progression("Ana").Dials, store.Progression("Ana").ClosedDeals));
        Assert.Equal(["Ana"], RepDirectory.List(store.Store).Select(r => r.Name));
        store.AssertSound();
    }

    [Fact]
    public void What_pays_once_pays_once_for_the_two()
    {
        using var store = new TestStore().Rep("Ana").Rep("Ana old");
        store.Achieved("Ana old", AchievementKind.Module, "module_0", "2026-08-01T10:00", 1);
        store.Achieved("Ana", AchievementKind.Module, "module_0", "2026-09-01T10:00", 1);
        store.Call("Ana", "2026-09-10T10:00").Call("Ana old", "2026-09-10T11:00").Import();
        RepMerge.Merge(store.Store, "Ana old", "Ana");
        var sources = store.Sources("Ana");
        Assert.Equal((50, 25, 4), (sources["module_passed"], sources["first_dial_of_day"], sources["dial_made"]));
        Assert.Equal(sources.Values.Sum(), store.Xp("Ana"));
        CallVersionTests.AssertPaidOnce(store, "Ana");
        store.AssertSound();
    }

    [Fact]
    public void A_call_that_was_the_ones_and_became_the_others_pays_once()
    {
        using var store = new TestStore().Rep("Ana").Rep("Ana old");
        var id = store.NextId();
        store.Note("Call - CONTACT | 1:00", "2026-09-10T10:00:00Z", "Ana old", id).Import();
        store.Note("Call - APPT | 1:00", "2026-09-10T10:00:00Z", "Ana", id, "2026-09-11T00:00:00Z").Import();
        RepMerge.Merge(store.Store, "Ana old", "Ana");
        CallVersionTests.AssertPaidOnce(store, "Ana");
        Assert.Equal(107 + 25, store.Xp("Ana"));
        store.AssertSound();
    }

    [Fact]
    public void Later_imports_of_either_id_credit_the_one_who_stays()
    {
        using var store = new TestStore().Rep("Ana").Rep("Ana old").Rep("Ana older");
        RepMerge.Merge(store.Store, "Ana older", "Ana old");
        RepMerge.Merge(store.Store, "Ana old", "Ana");
        store.Call("Ana older", "2026-09-10T10:00:00Z").Call("Ana old", "2026-09-10T11:00:00Z").Call("Ana", "2026-09-10T12:00:00Z").Import();
        store.Did("Ana old", "dial", "2026-09-10T13:00:00Z");
        Assert.Equal(4, store.Progression("Ana").Dials);
        Assert.Equal(4, store.Progression(TestStore.Id("Ana older").ToString()).Dials);
        Assert.Equal("MergeIntoSelf", Assert.Throws<ProgressException>(() => RepMerge.Merge(store.Store, "Ana", "Ana old")).Id);
        store.AssertSound();
    }

    [Fact]
    public void A_name_that_both_had_means_the_one_who_stays()
    {
        using var store = new TestStore().Rep("Ana").Rep("Ana old");
        var (ana, old) = (TestStore.Id("Ana"), TestStore.Id("Ana old"));
        RepDirectory.Set(store.Store, "Ana old", new RepUpdate(Name: "Ana"));
        Assert.Equal("RepAmbiguous", Assert.Throws<ProgressException>(() => store.Did("Ana", "dial", "2026-09-10T13:00:00Z")).Id);
        RepMerge.Merge(store.Store, old.ToString(), ana.ToString());
        store.Did("Ana", "dial", "2026-09-10T13:00:00Z");
        Assert.Equal([ana], RepDirectory.List(store.Store, ["ana"]).Select(r => r.RepId));
        Assert.Equal(1, store.Progression("Ana").Dials);
    }

    [Fact]
    public void An_achievement_that_pays_nothing_may_be_what_the_next_rank_missed()
    {
        using var store = new TestStore().Rep("Ana").Rep("Ana old");
        for (var i = 0; i < 6; i++) store.Achieved("Ana", AchievementKind.Module, $"module_{i}", "2026-09-01T10:00", 1);
        store.Achieved("Ana old", AchievementKind.Exam, "operative_certification", "2026-09-02T10:00", 0.8);
        store.Did("Ana", "deal_closed", "2026-09-03T10:00", 5);
        store.Calls("Ana", "2026-09-04T10:00", 100, "APPT", "3:00").Import();
        Assert.Equal("E-3", store.Progression("Ana").Rank);
        RepMerge.Merge(store.Store, "Ana old", "Ana");
        Assert.Equal("E-4", store.Progression("Ana").Rank);
    }
}
