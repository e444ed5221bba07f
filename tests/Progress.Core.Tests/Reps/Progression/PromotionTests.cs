using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Progression;

public sealed class PromotionTests
{
    [Fact]
    public void A_promotion_is_dated_on_the_first_day_on_which_all_gates_hold()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-01T10:00", 100, "CONTACT", "3:00").Import();
        store.Achieved("Ana", AchievementKind.Module, "module_0", "2026-09-03T10:00", 0.8);
        Assert.Equal("E-1", store.Progression("Ana").Rank);
        store.Achieved("Ana", AchievementKind.Module, "module_1", "2026-09-05T10:00", 0.8);
        Assert.Equal(("E-1", "E-2"), (store.Progression("Ana", "2026-09-04").Rank, store.Progression("Ana", "2026-09-05").Rank));
        Assert.Equal(["E-2"], RepProgressions.Get(store.Store, ["Ana"], since: new DateOnly(2026, 9, 5)).Single().PromotionsGained);
        Assert.Empty(RepProgressions.Get(store.Store, ["Ana"], since: new DateOnly(2026, 9, 6)).Single().PromotionsGained!);
    }

    [Fact]
    public void A_day_without_activity_promotes_when_a_bad_day_leaves_the_window()
    {
        using var store = new TestStore().Rep("Ana");
        ReadyForOperative(store);
        store.Calls("Ana", "2026-09-20T10:00", 100, "NO_ANSWER", "0:10").Calls("Ana", "2026-09-21T10:00", 20, "CONTACT", "1:00").Import();
        Assert.Equal("E-3", store.Progression("Ana", "2026-09-26").Rank);
        Assert.Equal("E-4", store.Progression("Ana", "2026-09-27").Rank);
        Assert.Equal("E-4", store.Progression("Ana").Rank);
    }

    [Fact]
    public void A_day_that_passed_since_the_last_change_promotes_without_another_change()
    {
        using var store = new TestStore().Rep("Ana");
        store.Clock.Now = DateTimeOffset.Parse("2026-09-21T20:00:00Z");
        ReadyForOperative(store);
        store.Calls("Ana", "2026-09-20T10:00", 100, "NO_ANSWER", "0:10").Calls("Ana", "2026-09-21T10:00", 20, "CONTACT", "1:00").Import();
        Assert.Equal("E-3", store.Progression("Ana").Rank);
        store.Clock.Now = DateTimeOffset.Parse("2026-09-27T20:00:00Z");
        Assert.Equal("E-4", store.Progression("Ana").Rank);
        var before = store.Progression("Ana", "2026-09-27");
        store.Did("Ana", "note_added", "2026-09-29T10:00");
        Assert.Equal(before.TotalXp, store.Xp("Ana", "2026-09-27"));
        Assert.Equal(("E-3", "E-4"), (store.Progression("Ana", "2026-09-26").Rank, store.Progression("Ana", "2026-09-27").Rank));
        store.AssertSound();
    }

    [Fact]
    public void Without_calls_in_the_window_the_rank_waits_and_says_no_data()
    {
        using var store = new TestStore().Rep("Ana");
        ReadyForOperative(store);
        var ana = store.Progression("Ana");
        Assert.Equal(("E-3", "E-4"), (ana.Rank, ana.NextRank));
        var gate = Assert.Single(ana.Missing);
        Assert.Equal(("Sub30sDropRate", GateStatus.NoData, null, "<", 0.5), (gate.Gate, gate.Status, gate.Have, gate.Comparison, gate.Need));
    }

    [Fact]
    public void Ranks_are_reached_in_order_and_none_is_skipped()
    {
        using var store = new TestStore().Rep("Ana");
        ReadyForOperative(store, modules: 4);
        store.Calls("Ana", "2026-09-29T10:00", 50, "CONTACT", "1:00").Import();
        Assert.Equal("E-3", store.Progression("Ana").Rank);
        store.Achieved("Ana", AchievementKind.Module, "module_4", "2026-09-29T10:00", 0.85);
        store.Achieved("Ana", AchievementKind.Module, "module_5", "2026-09-30T10:00", 1);
        Assert.Equal(["E-2", "E-3", "E-4"], RepProgressions.Get(store.Store, ["Ana"], since: new DateOnly(2026, 1, 1)).Single().PromotionsGained);
    }

    [Fact]
    public void A_rank_stays_when_its_gates_no_longer_hold()
    {
        using var store = new TestStore().Rep("Ana");
        ReadyForOperative(store);
        store.Calls("Ana", "2026-09-20T10:00", 20, "CONTACT", "1:00").Import();
        store.Calls("Ana", "2026-09-21T10:00", 500, "NO_ANSWER", "0:05").Import();
        Assert.Equal("E-4", store.Progression("Ana").Rank);
        store.Calls("Ana", "2026-09-20T11:00", 500, "NO_ANSWER", "0:05").Import();
        Assert.Equal("E-4", store.Progression("Ana").Rank);
    }

    /// <summary>All that E-4 takes but calls in the last week.</summary>
    private static void ReadyForOperative(TestStore store, int modules = 6)
    {
        store.Calls("Ana", "2026-08-03T08:00", 100, "APPOINTMENT", "3:00").Import();
        store.Did("Ana", "deal_closed", "2026-08-04T10:00", 5);
        for (var i = 0; i < modules; i++) store.Achieved("Ana", AchievementKind.Module, $"module_{i}", $"2026-08-{20 + i}T10:00", 1);
        store.Achieved("Ana", AchievementKind.Exam, "operative_certification", "2026-08-28T10:00", 0.8);
    }
}
