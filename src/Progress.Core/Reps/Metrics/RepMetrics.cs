using Progress.Store;

namespace Progress.Reps;

/// <summary>The efficiency metrics of reps.</summary>
public static class RepMetrics
{
    /// <summary>One object a rep and metric.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reps">Ids, names or patterns; all active reps without any.</param>
    /// <param name="days">Length of every window in local days, instead of each metric's own; 1 or more.</param>
    /// <param name="asOf">As of this day; today without it.</param>
    /// <param name="denominator">Which calls rates are taken over.</param>
    /// <param name="explain">Fills the explanations.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>, <c>InvalidDays</c>.</exception>
    public static IEnumerable<RepMetric> Get(
        ProgressStore store, IReadOnlyCollection<string>? reps = null, int? days = null, IsoTime? asOf = null,
        RateDenominator denominator = RateDenominator.Total, bool explain = false)
    {
        MetricWindow.Check(days);
        return RepState.Read(store, reps, asOf)
            .SelectMany(state => Enum.GetValues<RepMetricName>().Select(metric => Describe(state, metric, days, denominator, explain)));
    }

    internal static IEnumerable<RepMetric> Of(RepState state) =>
        Enum.GetValues<RepMetricName>().Select(metric => Describe(state, metric, null, RateDenominator.Total, explain: false));

    internal static MetricTier? Tier(RuleSet rules, RepMetricName metric, double? value)
    {
        if (value is not { } rate || !rules.Metrics.Tiers.TryGetValue(metric, out var tiers)) return null;
        var lower = MetricRule.LowerIsBetter(metric);
        return Reaches(tiers.Elite) ? MetricTier.Elite
            : Reaches(tiers.Above) ? MetricTier.Above
            : Reaches(tiers.Satisfactory) ? MetricTier.Satisfactory
            : MetricTier.Unsatisfactory;

        bool Reaches(double bound) => lower ? rate <= bound : rate >= bound;
    }

    private static RepMetric Describe(RepState state, RepMetricName metric, int? days, RateDenominator denominator, bool explain)
    {
        var rules = state.Rules.Set;
        var rate = state.Metric(metric, days, denominator);
        var (from, to) = MetricFormula.Window(rules, metric, state.Day, days);
        return new RepMetric
        {
            RepId = state.Rep.Member, Name = state.Rep.DisplayName, Metric = metric, Value = rate.Value,
            Numerator = rate.Numerator, Denominator = rate.Denominator,
            From = DateOnly.FromDayNumber(from), To = DateOnly.FromDayNumber(to), Low = rate.Low, High = rate.High,
            Tier = Tier(rules, metric, rate.Value),
            Ramp = state.History.Days.Sum(DayField.Dials, from, to) < rules.Metrics.RampDials,
            Explanation = explain ? ProgressionExplanation.Metric(state, metric, days, denominator).ToList() : null,
        };
    }
}
