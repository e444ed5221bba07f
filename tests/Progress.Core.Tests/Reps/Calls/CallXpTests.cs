using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Calls;

public sealed class CallXpTests
{
    private const long FirstDial = 25;

    [Theory]
    [InlineData("CONTACT", true, "")]
    [InlineData("contacted", true, "")]
    [InlineData("Connected", true, "")]
    [InlineData("CALLBACK", true, "callback_scheduled")]
    [InlineData("CB", true, "callback_scheduled")]
    [InlineData("APPOINTMENT", true, "appointment_set")]
    [InlineData("appointment set", true, "appointment_set")]
    [InlineData("APPT", true, "appointment_set")]
    [InlineData("Not Interested", true, "")]
    [InlineData("NI", true, "")]
    [InlineData("DNC", true, "")]
    [InlineData("VOICEMAIL", false, "voicemail_left")]
    [InlineData("VM", false, "voicemail_left")]
    [InlineData("NO_ANSWER", false, "")]
    [InlineData("NA", false, "")]
    [InlineData("BUSY", false, "")]
    [InlineData("DISCONNECTED", false, "")]
    [InlineData("wrong-number", false, "")]
    [InlineData("WN", false, "")]
    [InlineData("PITCHED", false, "")]
    [InlineData("", false, "")]
    public void A_disposition_says_whether_the_call_connected_and_what_else_it_earned(string disposition, bool connected, string also)
    {
        using var store = new TestStore().Rep("Ana").Call("Ana", "2026-09-30T10:00", disposition, "1:00");
        store.Import();
        Assert.Equal(connected, CallNotes.List(store.Store).Single().Connected);
        string[] expected = ["dial_made", "first_dial_of_day", .. connected ? ["call_connected"] : Array.Empty<string>(), .. also == "" ? [] : new[] { also }];
        Assert.Equal(expected.Order(), store.Sources("Ana").Keys.Order());
    }

    [Theory]
    [InlineData("APPOINTMENT", "3:00", 122)]
    [InlineData("APPOINTMENT", "2:00", 107)]
    [InlineData("CONTACT", "2:00", 7)]
    [InlineData("CONTACT", "2:01", 22)]
    [InlineData("CALLBACK", "1:00", 32)]
    [InlineData("VOICEMAIL", "0:30", 10)]
    [InlineData("VOICEMAIL", "5:00", 10)]
    [InlineData("BUSY", "0:00", 2)]
    [InlineData("NO_ANSWER", "9:00", 2)]
    [InlineData("PITCHED", "9:00", 2)]
    public void Each_documented_thing_that_happened_earns_its_own_xp(string disposition, string duration, long xp)
    {
        using var store = new TestStore().Rep("Ana").Call("Ana", "2026-09-30T10:00", disposition, duration);
        store.Import();
        Assert.Equal(xp + FirstDial, store.Xp("Ana"));
        Assert.Equal(xp, CallNotes.List(store.Store).Single().Xp);
    }

    [Theory]
    [InlineData("APPOINTMENT", "3:00", 100)]
    [InlineData("CALLBACK", "3:00", 25)]
    [InlineData("CONTACT", "3:00", 15)]
    [InlineData("CONTACT", "1:00", 5)]
    [InlineData("VOICEMAIL", "1:00", 8)]
    [InlineData("BUSY", "1:00", 2)]
    public void The_other_policy_pays_only_what_pays_most(string disposition, string duration, long xp)
    {
        using var store = new TestStore().Rep("Ana");
        ProgressionRules.Set(store.Store, store.Rules(r => r["callXp"] = "highest"), new DateOnly(2026, 1, 1));
        store.Call("Ana", "2026-09-30T10:00", disposition, duration).Import();
        Assert.Equal(xp + FirstDial, store.Xp("Ana"));
    }

    [Fact]
    public void An_unknown_disposition_is_a_dial_and_is_listed()
    {
        using var store = new TestStore().Rep("Ana").Call("Ana", "2026-09-30T10:00", "Pitched").Call("Ana", "2026-09-30T10:01", "");
        var summary = store.Import();
        Assert.Equal((2, 2), (summary.Imported, summary.UnknownDisposition));
        Assert.Equal(["'PITCHED'", "''"], summary.Problems.Select(p => p.Reason.Split(' ')[1]));
        Assert.Equal(2, store.Progression("Ana").Dials);
    }
}
