using Progress.Reports;

namespace Progress.Reps;

/// <summary>Every rate of every rep with numerator, denominator and window.</summary>
internal static class RateTable
{
    public const string Legend = "Each rate with its numerator and denominator, over the local days that the heading names; – is no data.";

    public static ReportTable Of(IReadOnlyList<RepState> states)
    {
        var metrics = Enum.GetValues<RepMetricName>();
        var columns = states.Count == 0 ? [] : metrics.Select(metric => new ReportColumn(Wording.Windowed(states[0].Rules.Set, metric), CsvName: $"{metric}"));
        return new ReportTable(
            [new("Rep", CsvName: "Name"), .. columns],
            [.. states.Select(s => (IReadOnlyList<object?>)[s.Rep.DisplayName, .. metrics.Select(metric => ReportWords.Rate(s.Metric(metric)))])]);
    }
}
