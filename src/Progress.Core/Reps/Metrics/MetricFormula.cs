namespace Progress.Reps;

/// <summary>Which calls a rate is taken over.</summary>
public enum RateDenominator
{
    /// <summary>All calls: the seed's definition.</summary>
    Total,

    /// <summary>Connected calls only, above and below the line.</summary>
    Connected,
}

/// <summary>The formulas of the efficiency metrics; spec, "Efficiency metrics".</summary>
internal static class MetricFormula
{
    /// <summary>A metric over a span of local days, both included.</summary>
    public static Rate Over(DayTable days, RepMetricName metric, int from, int to, RateDenominator denominator = RateDenominator.Total)
    {
        var connected = denominator == RateDenominator.Connected;
        return metric switch
        {
            RepMetricName.Sub30sDropRate => OfCalls(connected ? DayField.ConnectedShort : DayField.Short),
            RepMetricName.CallToApptRate => OfCalls(connected ? DayField.ConnectedAppts : DayField.CallAppts),
            RepMetricName.TwoPlusMinRate => OfCalls(connected ? DayField.ConnectedLong : DayField.Long),
            RepMetricName.ConnectRate => OfCalls(DayField.Connected),
            RepMetricName.ShowRate => Shows(),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "not a metric of days"),
        };

        Rate OfCalls(DayField field) => new(days.Sum(field, from, to), days.Sum(connected ? DayField.Connected : DayField.Calls, from, to));

        Rate Shows()
        {
            var held = days.Sum(DayField.Held, from, to);
            return new Rate(held, Math.Max(days.Sum(DayField.Appts, from, to), held));
        }
    }

    /// <summary>Leads whose cadence started in a span of days, each once with its first start there, and whether it was completed by a day.</summary>
    public static IEnumerable<(int Started, bool Completed)> Cadences(IReadOnlyList<CadenceLead> leads, int from, int to, int by) =>
        leads
            .Select(lead => (Start: lead.Started.FirstOrDefault(day => day >= from && day <= to, -1), lead.Completed))
            .Where(lead => lead.Start >= 0)
            .Select(lead => (lead.Start, lead.Completed.Any(day => day >= lead.Start && day <= by)));

    /// <summary>The days that a metric looks at on a day; none before the calendar begins.</summary>
    public static (int From, int To) Window(RuleSet rules, RepMetricName metric, int day, int? days = null)
    {
        if (metric == RepMetricName.CadenceCompletion)
        {
            var cadence = rules.Metrics.Cadence;
            return (Math.Max(day - cadence.StartedAtMostDaysAgo, 0), Math.Max(day - cadence.StartedAtLeastDaysAgo, 0));
        }

        return (Math.Max(day - (days ?? rules.Metrics.Windows[metric]) + 1, 0), day);
    }

    /// <summary>A metric of a rep as of a day.</summary>
    public static Rate AsOf(
        RepHistory history, RuleSet rules, RepMetricName metric, int day, int? days = null, RateDenominator denominator = RateDenominator.Total)
    {
        var (from, to) = Window(rules, metric, day, days);
        return metric == RepMetricName.CadenceCompletion
            ? Of(Cadences(history.Cadences, from, to, day))
            : Over(history.Days, metric, from, to, denominator);
    }

    /// <summary>What leads with a cadence add up to.</summary>
    public static Rate Of(IEnumerable<(int Started, bool Completed)> cadences) =>
        cadences.Aggregate(default(Rate), (sum, c) => new Rate(sum.Numerator + (c.Completed ? 1 : 0), sum.Denominator + 1));
}
