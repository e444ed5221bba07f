using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Ledger;

public sealed class LocalDayTests
{
    [Theory]
    [InlineData("America/New_York", "2026-09-30T03:59:59Z", "2026-09-29")]
    [InlineData("America/New_York", "2026-09-30T04:00:00Z", "2026-09-30")]
    [InlineData("Pacific/Kiritimati", "2026-09-29T10:00:00Z", "2026-09-30")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T13:29:59Z", "2026-10-03")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T13:30:00Z", "2026-10-04")]
    [InlineData("America/New_York", "2026-03-08T04:59:59Z", "2026-03-07")]
    [InlineData("America/New_York", "2026-03-09T04:00:00Z", "2026-03-09")]
    [InlineData("UTC", "2026-09-30T01:00:00+02:00", "2026-09-29")]
    public void A_day_is_a_day_where_the_rep_is(string zone, string at, string day)
    {
        using var store = new TestStore().Rep("Ana", zone);
        store.Note("Call - BUSY | 0:30", at, "Ana").Import();
        Assert.Equal(DateOnly.Parse(day), CallNotes.List(store.Store).Single().Day);
    }

    [Fact]
    public void A_time_without_offset_is_the_reps_own()
    {
        using var store = new TestStore().Rep("Ana", "America/New_York");
        store.Call("Ana", "2026-09-30T23:30").Import();
        var call = CallNotes.List(store.Store).Single();
        Assert.Equal((new DateTime(2026, 10, 1, 3, 30, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 30)), (call.CreatedAt, call.Day!.Value));
    }

    [Fact]
    public void The_first_dial_of_a_local_day_pays_once()
    {
        using var store = new TestStore().Rep("Ana", "America/New_York");
        store.Call("Ana", "2026-09-29T23:00").Call("Ana", "2026-09-30T00:30").Call("Ana", "2026-09-30T09:00").Import();
        store.Did("Ana", "dial_made", "2026-09-30T11:00");
        store.Did("Ana", "email_sent", "2026-09-28T11:00");
        Assert.Equal(50, store.Sources("Ana")["first_dial_of_day"]);
    }

    [Fact]
    public void A_new_time_zone_holds_from_its_date_on()
    {
        using var store = new TestStore().Rep("Ana", "UTC");
        store.Call("Ana", "2026-09-20T02:00:00Z").Import();
        RepDirectory.Set(store.Store, "Ana", new RepUpdate(TimeZone: "America/New_York", From: new DateOnly(2026, 9, 25)));
        store.Call("Ana", "2026-09-21T02:00:00Z").Call("Ana", "2026-09-28T02:00:00Z").Import();
        Assert.Equal([20, 21, 27], CallNotes.List(store.Store).Select(c => c.Day!.Value.Day));
        Assert.Equal(("UTC", "America/New_York"), (store.Progression("Ana", "2026-09-24").TimeZone, store.Progression("Ana", "2026-09-25").TimeZone));
    }

    [Fact]
    public void Without_a_date_it_holds_from_today_on_so_that_past_days_keep_theirs()
    {
        using var store = new TestStore().Rep("Ana", "UTC");
        RepDirectory.Set(store.Store, "Ana", new RepUpdate(TimeZone: "Europe/Berlin"));
        store.Call("Ana", "2026-09-28T23:00:00Z").Call("Ana", "2026-09-30T23:00:00Z").Import();
        Assert.Equal(["2026-09-28", "2026-10-01"], CallNotes.List(store.Store).Select(c => $"{c.Day:yyyy-MM-dd}"));
    }
}
