using System.Globalization;

namespace Progress.Reports;

/// <summary>How reports put counts and rates into words.</summary>
internal static class ReportWords
{
    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,##0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A rate with what it rests on; null without a denominator.</summary>
    public static string? Rate(Rate rate) =>
        rate.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Percent(value)} ({rate.Numerator:#,##0}/{rate.Denominator:#,##0})") : null;

    public static string Percent(double? value) => ReportValue.Show(value, ReportFormat.Percent);
}
