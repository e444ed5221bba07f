using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Diagnosis;

public sealed class RiskTests
{
    [Theory]
    [InlineData(10, 10, false)]
    [InlineData(10, 7, false)]
    [InlineData(10, 6, true)]
    [InlineData(10, 0, true)]
    [InlineData(0, 0, false)]
    public void A_new_rep_whose_activity_falls_is_at_risk(int before, int now, bool risk)
    {
        using var store = new TestStore().Rep("Ana", start: new DateOnly(2026, 9, 10));
        store.Calls("Ana", "2026-09-23T10:00", before, "BUSY", "0:40").Calls("Ana", "2026-09-30T09:00", now, "BUSY", "0:40").Import();
        var found = RepRisks.Get(store.Store).SingleOrDefault();
        Assert.Equal(risk, found is not null);
        if (found is not null) Assert.Equal((21, now, before), (found.DayOfWork, found.Dials, found.DialsBefore));
    }

    [Theory]
    [InlineData("2026-09-01", true)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-10-01", false)]
    public void Only_the_first_thirty_days_are_watched(string start, bool risk)
    {
        using var store = new TestStore().Rep("Ana", start: DateOnly.Parse(start));
        store.Calls("Ana", "2026-09-20T10:00", 50, "BUSY", "0:40").Import();
        Assert.Equal(risk, RepRisks.Get(store.Store).Any());
    }

    [Fact]
    public void Without_a_start_date_the_first_active_day_is_the_first()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo");
        store.Calls("Ana", "2026-09-20T10:00", 50, "BUSY", "0:40").Calls("Bo", "2026-08-20T10:00", 50, "BUSY", "0:40").Calls("Bo", "2026-09-20T10:00", 50, "BUSY", "0:40").Import();
        Assert.Equal(["Ana"], RepRisks.Get(store.Store).Select(r => r.Name));
    }

    [Theory]
    [InlineData("22 23 26 27 28", true)]
    [InlineData("22 23 27 28 29", false)]
    [InlineData("22 23 24 27 28", true)]
    [InlineData("22 24 26 28", false)]
    public void A_new_rep_whose_streak_broke_is_at_risk(string days, bool risk)
    {
        using var store = new TestStore().Rep("Ana", start: new DateOnly(2026, 9, 20));
        foreach (var day in days.Split(' ')) store.Did("Ana", "email_sent", $"2026-09-{day}T10:00");
        Assert.Equal(risk, RepRisks.Get(store.Store).Any());
        Assert.Equal(risk, RepRisks.Get(store.Store).Any(r => r.Reasons.Any(t => t.Contains("streak"))));
    }
}
