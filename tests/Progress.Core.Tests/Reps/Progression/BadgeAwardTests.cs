using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Progression;

public sealed class BadgeAwardTests
{
    [Fact]
    public void A_tier_pays_its_xp_once_on_the_day_on_which_it_is_earned()
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "deal_closed", "2026-09-10T10:00");
        store.Did("Ana", "deal_closed", "2026-09-12T10:00", 5);
        var badges = RepLedger.Read(store.Store, ["Ana"], source: "badge_tier").Select(f => (f.FactId, f.Xp, f.Day.Day));
        Assert.Equal([("badge:first_blood.bronze", 250L, 10), ("badge:closer.bronze", 150L, 12)], badges);
        Assert.Equal(1800 + 400, store.Xp("Ana"));
    }

    [Fact]
    public void Within_one_import_the_order_of_rows_does_not_matter()
    {
        var badges = new List<string>();
        foreach (var reverse in new[] { false, true })
        {
            using var store = new TestStore().Rep("Ana");
            var notes = Enumerable.Range(0, 400).Select(i => new SourceNote(
                i, NamedGuid.Create(Guid.Empty, $"{i}").ToString(), $"Call - CONTACT | {(i < 150 ? "0:10" : "1:00")}", $"2026-09-{1 + (i / 40):00}T10:00:{i % 40:00}Z", null, TestStore.Id("Ana").ToString()));
            store.Import(reverse ? notes.Reverse() : notes);
            badges.Add(TestStore.Csv(RepBadges.Get(store.Store)) + TestStore.Csv(RepLedger.Read(store.Store)));
        }

        Assert.Equal(badges[0], badges[1]);
    }

    [Fact]
    public void Across_imports_awards_only_grow()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-20T10:00", 200, "NO_ANSWER", "1:00").Import();
        Assert.Contains("opener_elite.platinum", store.Progression("Ana").Badges);
        store.Calls("Ana", "2026-09-20T11:00", 600, "NO_ANSWER", "0:05").Import();
        Assert.Contains("opener_elite.platinum", store.Progression("Ana").Badges);
        store.AssertSound();
    }

    [Fact]
    public void A_window_that_a_day_without_activity_improves_earns_its_tier()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-10T10:00", 300, "NO_ANSWER", "0:05").Calls("Ana", "2026-09-14T10:00", 250, "NO_ANSWER", "1:00").Import();
        Assert.Equal("2026-09-17", RepLedger.Read(store.Store, ["Ana"]).Single(f => f.FactId == "badge:opener_elite.bronze").Day.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void Early_calls_are_those_before_nine_where_the_rep_is()
    {
        using var store = new TestStore().Rep("Ana", "America/New_York");
        store.Calls("Ana", "2026-09-20T12:59:50Z", 9, "NO_ANSWER", "0:40").Call("Ana", "2026-09-20T13:00:00Z").Import();
        Assert.DoesNotContain("early_bird.bronze", store.Progression("Ana").Badges);
        store.Call("Ana", "2026-09-20T12:59:59Z").Import();
        Assert.Contains("early_bird.bronze", store.Progression("Ana").Badges);
    }

    [Fact]
    public void Shown_are_the_earned_tiers_and_of_each_badge_the_next()
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "deal_closed", "2026-09-30T10:00", 6);
        var closer = RepBadges.Get(store.Store, ["Ana"]).Where(b => b.Badge == "closer").ToList();
        Assert.Equal([("bronze", true), ("silver", false)], closer.Select(b => (b.Tier!, b.Earned)));
        Assert.Equal((6d, "≥", 25d, 500), (closer[1].Have!.Value, closer[1].Comparison!, closer[1].Need!.Value, closer[1].Xp));
        Assert.Equal([true], RepBadges.Get(store.Store, ["Ana"]).Where(b => b.Badge == "first_blood").Select(b => b.Earned));
        var opener = RepBadges.Get(store.Store, ["Ana"]).Single(b => b.Badge == "opener_elite");
        Assert.Equal(("bronze", null, "<", 0.5, "rate", 7), (opener.Tier, opener.Have, opener.Comparison, opener.Need, opener.Unit, opener.WindowDays));
    }

    [Fact]
    public void An_earned_tier_above_one_that_is_not_is_shown_too()
    {
        using var store = new TestStore().Rep("Ana");
        for (var i = 0; i < 3; i++) store.Call("Ana", $"2026-09-{20 + i}T10:00", "APPOINTMENT");
        store.Import();
        var elite = RepBadges.Get(store.Store, ["Ana"]).Where(b => b.Badge == "efficiency_elite");
        Assert.Equal([("bronze", false), ("silver", true)], elite.Select(b => (b.Tier!, b.Earned)));
    }
}
