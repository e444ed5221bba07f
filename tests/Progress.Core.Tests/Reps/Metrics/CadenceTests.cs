using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Metrics;

/// <summary>Cadence completion on 2026-09-30: of leads whose cadence started from 2026-08-19 to 2026-09-15.</summary>
public sealed class CadenceTests
{
    [Theory]
    [InlineData("2026-08-18", 0)]
    [InlineData("2026-08-19", 1)]
    [InlineData("2026-09-15", 1)]
    [InlineData("2026-09-16", 0)]
    public void Cadences_count_that_started_15_to_42_days_ago(string started, long leads)
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "cadence_started", $"{started}T10:00", lead: "a");
        Assert.Equal(leads, store.Metric("Ana", RepMetricName.CadenceCompletion).Denominator);
        Assert.Equal(leads == 0 ? null : 0d, store.Progression("Ana").CadenceCompletion);
    }

    [Fact]
    public void Leads_are_counted_and_not_entries()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo");
        Start(store, "a", "2026-09-01");
        Start(store, "a", "2026-09-02");
        Start(store, "b", "2026-09-02");
        Complete(store, "a", "2026-09-08");
        Complete(store, "a", "2026-09-09");
        Complete(store, "never started", "2026-09-09");
        store.Did("Bo", "cadence_completed", "2026-09-10T10:00", lead: "b");
        AssertRate(store, 1, 2);
    }

    [Fact]
    public void A_completion_before_the_start_is_another_cadences()
    {
        using var store = new TestStore().Rep("Ana");
        Start(store, "a", "2026-07-01");
        Complete(store, "a", "2026-07-10");
        Start(store, "a", "2026-09-01");
        AssertRate(store, 0, 1);
    }

    [Fact]
    public void A_lead_whose_cadence_started_again_counts_by_the_start_in_the_window()
    {
        using var store = new TestStore().Rep("Ana");
        Start(store, "a", "2026-07-01");
        Start(store, "a", "2026-09-01");
        Complete(store, "a", "2026-09-20");
        AssertRate(store, 1, 1);
    }

    [Fact]
    public void A_later_completion_does_not_hide_the_one_that_counts_on_a_past_day()
    {
        using var store = new TestStore().Rep("Ana");
        Start(store, "a", "2026-08-01");
        Complete(store, "a", "2026-08-10");
        Start(store, "a", "2026-09-01");
        Complete(store, "a", "2026-09-10");
        AssertRate(store, 1, 1, "2026-08-31");
    }

    [Fact]
    public void An_undone_cadence_does_not_count()
    {
        using var store = new TestStore().Rep("Ana");
        Start(store, "a", "2026-09-01");
        RepActivities.Undo(store.Store, store.Did("Ana", "cadence_started", "2026-09-01T11:00", lead: "b").Id);
        AssertRate(store, 0, 1);
    }

    [Fact]
    public void A_cadence_needs_its_lead()
    {
        using var store = new TestStore().Rep("Ana");
        Assert.Equal("LeadRequired", Assert.Throws<ProgressException>(() => store.Did("Ana", "cadence_started", "2026-09-01T10:00")).Id);
    }

    private static void Start(TestStore store, string lead, string day) => store.Did("Ana", "cadence_started", $"{day}T10:00", lead: lead);

    private static void Complete(TestStore store, string lead, string day) => store.Did("Ana", "cadence_completed", $"{day}T10:00", lead: lead);

    private static void AssertRate(TestStore store, long completed, long leads, string? asOf = null)
    {
        var rate = store.Metric("Ana", RepMetricName.CadenceCompletion, asOf);
        Assert.Equal((completed, leads), (rate.Numerator, rate.Denominator));
    }
}
