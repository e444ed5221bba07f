using Progress.Reports;

namespace Progress.Reps;

/// <summary>How reports on reps put figures into words.</summary>
internal static class Wording
{
    private const char NoBreak = '\u00A0';

    public static string Interval(double? low, double? high) => $"{ReportWords.Percent(low)}–{ReportWords.Percent(high)}";

    /// <summary>What a gate or badge has or needs: a share where the unit is <c>rate</c>, else a number.</summary>
    public static string Measure(double? value, string? unit) =>
        value is null ? "no data" : ReportValue.Show(value, unit == "rate" ? ReportFormat.Percent : ReportFormat.Number);

    /// <summary>What something must be; the sign stays with its figure.</summary>
    public static string Bound(string? comparison, double? need, string? unit) => $"{comparison}{NoBreak}{Measure(need, unit)}";

    /// <summary>An id of the rules as words: <c>earlyCalls</c>, early calls.</summary>
    public static string Words(string id) => string.Concat(id.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    public static string Metric(RepMetricName metric) => metric switch
    {
        RepMetricName.Sub30sDropRate => "Sub-30s drop",
        RepMetricName.CallToApptRate => "Call to appointment",
        RepMetricName.TwoPlusMinRate => "Two-minute calls",
        RepMetricName.ConnectRate => "Connect",
        RepMetricName.ShowRate => "Show rate",
        _ => "Cadence completion",
    };

    /// <summary>A metric with the days that it looks at.</summary>
    public static string Windowed(RuleSet rules, RepMetricName metric) =>
        metric == RepMetricName.CadenceCompletion
            ? $"{Metric(metric)}, begun {rules.Metrics.Cadence.StartedAtLeastDaysAgo} to {rules.Metrics.Cadence.StartedAtMostDaysAgo} days ago"
            : $"{Metric(metric)}, {rules.Metrics.Windows[metric]} days";

    public static string Gate(string gate) =>
        gate == "xp" ? "XP" : Enum.TryParse<RepMetricName>(gate, out var metric) ? Metric(metric) : gate;
}
