using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Metrics;

public sealed class MetricTests
{
    [Theory]
    [InlineData(RepMetricName.Sub30sDropRate, RateDenominator.Total, 4, 10)]
    [InlineData(RepMetricName.CallToApptRate, RateDenominator.Total, 1, 10)]
    [InlineData(RepMetricName.TwoPlusMinRate, RateDenominator.Total, 3, 10)]
    [InlineData(RepMetricName.ConnectRate, RateDenominator.Total, 5, 10)]
    [InlineData(RepMetricName.Sub30sDropRate, RateDenominator.Connected, 1, 5)]
    [InlineData(RepMetricName.CallToApptRate, RateDenominator.Connected, 1, 5)]
    [InlineData(RepMetricName.TwoPlusMinRate, RateDenominator.Connected, 2, 5)]
    [InlineData(RepMetricName.ConnectRate, RateDenominator.Connected, 5, 5)]
    public void A_rate_is_a_share_of_all_calls_or_of_the_connected_ones(RepMetricName metric, RateDenominator of, long numerator, long denominator)
    {
        using var store = new TestStore().Rep("Ana");
        store.Call("Ana", "2026-09-30T10:00", "CONTACT", "0:29").Call("Ana", "2026-09-30T10:01", "CONTACT", "0:30").Call("Ana", "2026-09-30T10:02", "CONTACT", "2:00")
            .Call("Ana", "2026-09-30T10:03", "CALLBACK", "2:01").Call("Ana", "2026-09-30T10:04", "APPOINTMENT", "5:00")
            .Calls("Ana", "2026-09-30T10:05", 3, "NO_ANSWER", "0:10").Call("Ana", "2026-09-30T10:06", "VOICEMAIL", "2:30").Call("Ana", "2026-09-30T10:07", "PITCHED", "1:00").Import();
        store.Did("Ana", "appointment_set", "2026-09-30T11:00", 7);
        store.Did("Ana", "dial_made", "2026-09-30T11:00", 7);
        var found = store.Metric("Ana", metric, of: of);
        Assert.Equal((numerator, denominator, (double)numerator / denominator), (found.Numerator, found.Denominator, found.Value));
    }

    [Theory]
    [InlineData("2026-09-24", null, 1)]
    [InlineData("2026-09-23", null, 0)]
    [InlineData("2026-09-30", 1, 1)]
    [InlineData("2026-09-29", 1, 0)]
    [InlineData("2026-09-01", 30, 1)]
    [InlineData("2026-08-31", 30, 0)]
    [InlineData("2026-10-01", null, 0)]
    public void A_window_of_seven_days_includes_today_and_no_eighth_day(string day, int? days, long calls)
    {
        using var store = new TestStore().Rep("Ana");
        store.Call("Ana", $"{day}T10:00", "CONTACT").Import();
        var found = store.Metric("Ana", RepMetricName.ConnectRate, days: days);
        Assert.Equal((calls, calls, calls > 0 ? 1d : (double?)null), (found.Numerator, found.Denominator, found.Value));
        Assert.Equal((new DateOnly(2026, 9, 30).AddDays(1 - (days ?? 7)), new DateOnly(2026, 9, 30)), (found.From, found.To));
    }

    [Theory]
    [InlineData(10, 6, 6, 10)]
    [InlineData(10, 10, 10, 10)]
    [InlineData(3, 5, 5, 5)]
    [InlineData(0, 5, 5, 5)]
    [InlineData(5, 0, 0, 5)]
    [InlineData(0, 0, 0, 0)]
    public void Shown_are_held_of_the_greater_of_set_and_held(int set, int held, long numerator, long denominator)
    {
        using var store = new TestStore().Rep("Ana");
        if (set > 0) store.Calls("Ana", "2026-09-03T10:00", set, "APPOINTMENT", "3:00").Import();
        if (held > 0) store.Did("Ana", "appointment_held", "2026-09-20T10:00", held);
        store.Did("Ana", "appointment_held", "2026-09-02T10:00", 40);
        var found = store.Metric("Ana", RepMetricName.ShowRate);
        Assert.Equal((numerator, denominator), (found.Numerator, found.Denominator));
        Assert.Equal(denominator == 0, found.Value is null);
    }

    [Fact]
    public void An_appointment_entered_by_hand_counts_as_set()
    {
        using var store = new TestStore().Rep("Ana");
        store.Did("Ana", "appointment", "2026-09-20T10:00", 4);
        store.Did("Ana", "appointment_held", "2026-09-21T10:00");
        Assert.Equal((1L, 4L), (store.Metric("Ana", RepMetricName.ShowRate).Numerator, store.Metric("Ana", RepMetricName.ShowRate).Denominator));
    }

    [Theory]
    [InlineData(RepMetricName.Sub30sDropRate, .35, MetricTier.Elite)]
    [InlineData(RepMetricName.Sub30sDropRate, .3501, MetricTier.Above)]
    [InlineData(RepMetricName.Sub30sDropRate, .50, MetricTier.Above)]
    [InlineData(RepMetricName.Sub30sDropRate, .5001, MetricTier.Satisfactory)]
    [InlineData(RepMetricName.Sub30sDropRate, .70, MetricTier.Satisfactory)]
    [InlineData(RepMetricName.Sub30sDropRate, .7001, MetricTier.Unsatisfactory)]
    [InlineData(RepMetricName.CallToApptRate, .067, MetricTier.Elite)]
    [InlineData(RepMetricName.CallToApptRate, .0669, MetricTier.Above)]
    [InlineData(RepMetricName.CallToApptRate, .05, MetricTier.Above)]
    [InlineData(RepMetricName.CallToApptRate, .0499, MetricTier.Satisfactory)]
    [InlineData(RepMetricName.CallToApptRate, .02, MetricTier.Satisfactory)]
    [InlineData(RepMetricName.CallToApptRate, .0199, MetricTier.Unsatisfactory)]
    [InlineData(RepMetricName.TwoPlusMinRate, .35, MetricTier.Elite)]
    [InlineData(RepMetricName.TwoPlusMinRate, .3499, MetricTier.Above)]
    [InlineData(RepMetricName.TwoPlusMinRate, .26, MetricTier.Above)]
    [InlineData(RepMetricName.TwoPlusMinRate, .2599, MetricTier.Satisfactory)]
    [InlineData(RepMetricName.TwoPlusMinRate, .15, MetricTier.Satisfactory)]
    [InlineData(RepMetricName.TwoPlusMinRate, .1499, MetricTier.Unsatisfactory)]
    [InlineData(RepMetricName.ShowRate, .85, MetricTier.Elite)]
    [InlineData(RepMetricName.ShowRate, .8499, MetricTier.Above)]
    [InlineData(RepMetricName.ShowRate, .76, MetricTier.Above)]
    [InlineData(RepMetricName.ShowRate, .7599, MetricTier.Satisfactory)]
    [InlineData(RepMetricName.ShowRate, .60, MetricTier.Satisfactory)]
    [InlineData(RepMetricName.ShowRate, .5999, MetricTier.Unsatisfactory)]
    [InlineData(RepMetricName.ConnectRate, .5, null)]
    [InlineData(RepMetricName.ShowRate, null, null)]
    public void A_tier_holds_from_its_bound_on(RepMetricName metric, double? value, MetricTier? tier) =>
        Assert.Equal(tier, RepMetrics.Tier(RuleFiles.Default, metric, value));

    [Theory]
    [InlineData(199, true)]
    [InlineData(200, false)]
    public void Below_200_dials_a_rep_is_ramping_up(int dials, bool ramp)
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-24T10:00", dials - 1, "NO_ANSWER", "0:40").Import();
        store.Did("Ana", "dial", "2026-09-30T10:00");
        store.Did("Ana", "dial", "2026-09-20T10:00", 50);
        Assert.Equal(ramp, store.Metric("Ana", RepMetricName.Sub30sDropRate).Ramp);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_window_that_is_none_is_refused(int days)
    {
        using var store = new TestStore().Rep("Ana");
        Assert.Equal("InvalidDays", Assert.Throws<ProgressException>(() => store.Metric("Ana", RepMetricName.ShowRate, days: days)).Id);
        Assert.Equal("InvalidDays", Assert.Throws<ProgressException>(() => store.Diagnosis("Ana", days)).Id);
    }

    [Fact]
    public void The_first_day_that_can_be_asked_about_has_metrics_without_data()
    {
        using var store = new TestStore().Rep("Ana");
        Assert.All(RepMetrics.Get(store.Store, asOf: IsoTime.Parse("1900-01-01"), days: 3660, explain: true), m => Assert.Null(m.Value));
    }
}
