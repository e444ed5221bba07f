using System.Collections;
using System.Globalization;
using Progress.Csv;

namespace Progress.Reports;

/// <summary>Shows values to people, the same in every culture so that two reports diff cleanly.</summary>
public static class ReportValue
{
    private const string NoData = "–";
    private const string Day = "yyyy-MM-dd";

    /// <summary>Whether values of a format stand right, as figures do.</summary>
    public static bool IsRightAligned(ReportFormat format) => format is ReportFormat.Number or ReportFormat.Percent;

    /// <summary>A value as text; null is "–".</summary>
    public static string Show(object? value, ReportFormat format) => value switch
    {
        null => NoData,
        string text => text,
        bool truth => truth ? "yes" : "no",
        DateOnly day => day.ToString(Day, CultureInfo.InvariantCulture),
        DateTimeOffset time => Show(time.UtcDateTime, format),
        DateTime time => Show(time, format),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(item => Show(item, format))),
        _ when CsvValue.IsNumber(value) => ((IFormattable)value).ToString(Pattern(format), CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A round number on an axis.</summary>
    internal static string Tick(double value, ReportFormat format) =>
        value.ToString(format == ReportFormat.Percent ? "#,##0.##%" : "#,##0.######", CultureInfo.InvariantCulture);

    private static string Show(DateTime time, ReportFormat format)
    {
        if (time.Kind == DateTimeKind.Local) time = time.ToUniversalTime();
        return time.ToString(format == ReportFormat.Date ? Day : Day + " HH:mm'Z'", CultureInfo.InvariantCulture);
    }

    private static string? Pattern(ReportFormat format) => format switch
    {
        ReportFormat.Number => "#,##0.##",
        ReportFormat.Percent => "#,##0.0%",
        _ => null,
    };
}
