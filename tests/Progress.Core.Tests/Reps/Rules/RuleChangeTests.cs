using System.Text.Json.Nodes;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Reps.Rules;

public sealed class RuleChangeTests
{
    private static readonly DateOnly From = new(2026, 9, 10);

    [Fact]
    public void Old_facts_keep_their_version_and_new_ones_take_the_one_of_their_day()
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "note_added", "2026-09-09T10:00");
        store.Did("Ana", "note_added", "2026-09-11T10:00");
        ProgressionRules.Set(store.Store, store.Rules(r => r["xp"]!["note_added"] = 30), From);
        store.Did("Ana", "note_added", "2026-09-05T10:00");
        store.Did("Ana", "note_added", "2026-09-13T10:00");
        Assert.Equal(
            [(5, 3L, 1L), (9, 3L, 1L), (11, 3L, 1L), (13, 30L, 2L)],
            RepLedger.Read(store.Store, ["Ana"]).Select(f => (f.Day.Day, f.Xp, f.RuleSet)));
        store.AssertSound();
    }

    [Fact]
    public void A_stricter_table_lowers_the_level_and_neither_xp_nor_rank()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-01T10:00", 100, "CONTACT", "3:00").Import();
        for (var i = 0; i < 2; i++) store.Achieved("Ana", AchievementKind.Module, $"module_{i}", "2026-09-01T10:00", 1);
        var before = store.Progression("Ana");
        ProgressionRules.Set(store.Store, store.Rules(r =>
        {
            r["levels"] = JsonNode.Parse("""{"thresholds":[0,10000],"step":10000}""");
            r["ranks"]![1]!["gates"]![1]!["atLeast"] = 100_000;
            r["ranks"]![1]!["xp"] = 1_000;
            r["xp"]!["dial_made"] = 0;
        }), From);
        var after = store.Progression("Ana");
        Assert.Equal((before.TotalXp, before.Rank, 1), (after.TotalXp, after.Rank, after.Level));
        Assert.Equal("E-2", after.Rank);
        Assert.Equal(before.Level, store.Progression("Ana", "2026-09-09").Level);
    }

    [Fact]
    public void Gentler_rules_promote_and_award_from_their_day_on()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-01T10:00", 60, "CONTACT", "3:00").Import();
        for (var i = 0; i < 2; i++) store.Achieved("Ana", AchievementKind.Module, $"module_{i}", "2026-09-01T10:00", 1);
        Assert.Equal("E-1", store.Progression("Ana").Rank);
        ProgressionRules.Set(store.Store, store.Rules(r =>
        {
            r["ranks"]![1]!["gates"]![1]!["atLeast"] = 60;
            r["badges"]!["list"]![4]!["id"] = "shown";
            r["badges"]!["list"]!.AsArray().Add(JsonNode.Parse("""{"id":"dialer","name":"Dialer","kind":"count","of":"dials","tiers":[{"tier":"bronze","atLeast":60,"xp":5}]}"""));
        }), From);
        Assert.Equal(("E-1", "E-2"), (store.Progression("Ana", "2026-09-09").Rank, store.Progression("Ana", "2026-09-10").Rank));
        Assert.Contains("dialer.bronze", store.Progression("Ana", "2026-09-10").Badges);
        store.AssertSound();
    }

    [Fact]
    public void What_was_entered_as_a_dial_stays_one_when_later_rules_think_otherwise()
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "callback_scheduled", "2026-09-11T10:00", 5, id: "c1");
        ProgressionRules.Set(store.Store, store.Rules(r => r["dialKinds"] = new JsonArray("dial_made")), new DateOnly(2026, 9, 1));
        store.Did("Ana", "callback_scheduled", "2026-09-11T10:00", 7);
        store.AssertSound();
        Assert.Equal(5, store.Progression("Ana").Dials);
        RepActivities.Undo(store.Store, "c1");
        Assert.Equal(0, store.Progression("Ana").Dials);
        store.AssertSound();
    }

    [Fact]
    public void Departures_from_the_seed_are_listed()
    {
        using var store = new TestStore();
        var rule = ProgressionRules.Set(store.Store, store.Rules(r =>
        {
            r["name"] = "ours";
            r["xp"]!["deal_closed"] = 400;
            r["ranks"]![3]!["gates"]![0]!["below"] = 0.6;
        }), From);
        Assert.Equal(["$.xp.deal_closed: 400 instead of 300", "$.ranks[3].gates[0].below: 0.6 instead of 0.5"], rule.DepartsFromSeed);
        Assert.Empty(ProgressionRules.List(store.Store)[0].DepartsFromSeed);
        Assert.Equal([("seed", DateOnly.MinValue), ("ours", From)], ProgressionRules.List(store.Store).Select(r => (r.Name, r.From)));
        Assert.Contains("deal_closed", AuditLog.Read(store.Store, "rules").First().New);
    }

    [Fact]
    public void The_default_rules_depart_from_nothing_and_change_nobody()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo");
        var id = store.NextId();
        store.Calls("Ana", "2026-09-01T10:00", 250, "APPOINTMENT", "3:00").Note("Call - CONTACT | 3:00", "2026-09-02T10:00:00Z", "Ana", id).Import();
        store.Note("Call - VOICEMAIL | 3:00", "2026-09-02T10:00:00Z", "Ana", id).Import();
        store.Did("Ana", "note_added", "2026-09-03T10:00", 3);
        store.Achieved("Ana", AchievementKind.Module, "module_0", "2026-09-03T10:00", 1);
        var test = ProgressionRules.Test(store.Store, store.Rules(_ => { }), cancel: TestContext.Current.CancellationToken);
        Assert.Equal((true, 0, 0), (test.Passed, test.DepartsFromSeed.Count, test.Changes.Count));
    }

    [Fact]
    public void A_test_replays_the_ledger_and_writes_nothing()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo").Rep("Cy");
        store.Did("Ana", "note_added", "2026-09-03T10:00", 10);
        store.Calls("Bo", "2026-09-03T10:00", 10, "CONTACT", "3:00").Import();
        store.Did("Cy", "email_sent", "2026-09-03T10:00");
        var before = StoreText.Of(store.Store);
        var file = store.Rules(r => (r["xp"]!["note_added"], r["xp"]!["call_connected"]) = (20, 1));
        var test = ProgressionRules.Test(store.Store, file, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(
            [("Ana", 30L, 200L, 1, 2), ("Bo", 245L, 205L, 2, 2)],
            test.Changes.Select(c => (c.Name, c.XpBefore, c.XpAfter, c.LevelBefore, c.LevelAfter)));
        Assert.Equal(before, StoreText.Of(store.Store));
        ProgressionRules.Set(store.Store, file, dryRun: true);
        Assert.Equal(before, StoreText.Of(store.Store));
    }
}
