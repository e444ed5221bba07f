using Progress.Reports;

namespace Progress.Reps;

/// <summary>A rep's efficiency metrics with numerator, denominator, window, interval and tier.</summary>
internal static class MetricTable
{
    public static ReportTable Of(RepState state) => new(
        [
            new("Metric"), new("Value", ReportFormat.Percent), new("Numerator", ReportFormat.Number), new("Denominator", ReportFormat.Number),
            new("From", ReportFormat.Date), new("To", ReportFormat.Date), new("95 % interval", CsvName: "Interval"), new("Tier"), new("Note"),
        ],
        [.. RepMetrics.Of(state).Select(Row)]);

    private static IReadOnlyList<object?> Row(RepMetric metric) =>
    [
        Wording.Metric(metric.Metric), metric.Value, metric.Numerator, metric.Denominator, metric.From, metric.To,
        metric.Value is null ? null : Wording.Interval(metric.Low, metric.High), metric.Tier?.ToString().ToLowerInvariant(),
        metric.Value is null ? "no data" : metric.Ramp ? "ramping up: few dials" : null,
    ];
}
