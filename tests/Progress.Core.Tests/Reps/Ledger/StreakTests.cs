using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Ledger;

public sealed class StreakTests
{
    [Theory]
    [InlineData("28 29 30", 3)]
    [InlineData("27 28 29", 3)]
    [InlineData("26 27 28", 0)]
    [InlineData("27 29 30", 2)]
    [InlineData("30", 1)]
    [InlineData("29", 1)]
    [InlineData("", 0)]
    public void A_streak_ends_today_or_yesterday_and_has_no_gap(string days, int streak)
    {
        using var store = new TestStore().Rep("Ana");
        foreach (var day in days.Split(' ', StringSplitOptions.RemoveEmptyEntries)) store.Call("Ana", $"2026-09-{day}T10:00");
        store.Import();
        Assert.Equal(streak, store.Progression("Ana").StreakDays);
    }

    [Fact]
    public void A_late_import_heals_it_and_pays_the_days_that_it_joins()
    {
        using var store = new TestStore().Rep("Ana");
        store.Call("Ana", "2026-09-27T10:00").Call("Ana", "2026-09-29T10:00").Call("Ana", "2026-09-30T10:00").Import();
        Assert.Equal((2, 10), (store.Progression("Ana").StreakDays, store.Sources("Ana")["streak_day"]));
        store.Call("Ana", "2026-09-28T10:00").Import();
        Assert.Equal((4, 30), (store.Progression("Ana").StreakDays, store.Sources("Ana")["streak_day"]));
        store.AssertSound();
    }

    [Fact]
    public void A_day_pays_ten_when_the_streak_is_more_than_one()
    {
        using var store = new TestStore().Rep("Ana");
        foreach (var day in new[] { 20, 21, 22, 25, 26 }) store.Call("Ana", $"2026-09-{day}T10:00");
        store.Import();
        Assert.Equal([21, 22, 26], RepLedger.Read(store.Store, ["Ana"], source: "streak_day").Select(f => f.Day.Day));
        Assert.All(RepLedger.Read(store.Store, ["Ana"], source: "streak_day"), f => Assert.Equal(10, f.Xp));
    }

    [Theory]
    [InlineData("streak_day")]
    [InlineData("first_dial_of_day")]
    [InlineData("objection_handled")]
    public void What_is_not_the_reps_own_doing_or_pays_nothing_is_no_activity(string kind)
    {
        using var store = new TestStore().Rep("Ana");
        store.Call("Ana", "2026-09-28T10:00").Import();
        store.Did("Ana", kind, "2026-09-29T10:00");
        Assert.Equal(0, store.Progression("Ana").StreakDays);
        Assert.Equal(new DateOnly(2026, 9, 28), store.Progression("Ana").LastActivity);
    }

    [Fact]
    public void A_badge_is_not_own_doing()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-20T10:00", 300, "NO_ANSWER", "0:05").Calls("Ana", "2026-09-24T10:00", 250, "NO_ANSWER", "1:00").Import();
        Assert.Equal(27, RepLedger.Read(store.Store, ["Ana"], source: "badge_tier").Single(f => f.FactId == "badge:opener_elite.bronze").Day.Day);
        Assert.Equal((0, new DateOnly(2026, 9, 24)), (store.Progression("Ana", "2026-09-27").StreakDays, store.Progression("Ana").LastActivity));
    }

    [Theory]
    [InlineData("America/New_York", "2026-03-05", 6)]
    [InlineData("America/New_York", "2026-10-29", 6)]
    [InlineData("Australia/Lord_Howe", "2026-04-02", 6)]
    [InlineData("Australia/Lord_Howe", "2026-10-01", 6)]
    public void A_change_of_the_clock_changes_nothing(string zone, string first, int days)
    {
        foreach (var time in new[] { "00:00:00", "01:30:00", "02:15:00", "12:00:00", "23:59:59" })
        {
            using var store = new TestStore().Rep("Ana", zone);
            var start = DateOnly.Parse(first);
            store.Clock.Now = new DateTimeOffset(start.AddDays(days - 1).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
            for (var i = 0; i < days; i++) store.Call("Ana", $"{start.AddDays(i):yyyy-MM-dd}T{time}");
            store.Import();
            Assert.Equal(days, store.Progression("Ana", $"{start.AddDays(days - 1):yyyy-MM-dd}").StreakDays);
            Assert.Equal(days, CallNotes.List(store.Store).Select(c => c.Day).Distinct().Count());
        }
    }
}
