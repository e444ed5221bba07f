namespace Progress.Reports;

/// <summary>A chart's values as a table.</summary>
internal static class ChartTable
{
    /// <summary>One row a category, one column a series; the first header is the chart's title.</summary>
    public static ReportTable Of(ReportChart chart)
    {
        var columns = chart.Series.Select(series => new ReportColumn(series.Name, chart.Format));
        var rows = chart.Categories.Select(
            (category, i) => (IReadOnlyList<object?>)[category, .. chart.Series.Select(series => (object?)series.Values[i])]);
        return new ReportTable([new ReportColumn(Caption(chart)), .. columns], rows.ToArray());
    }

    /// <summary>The title with the unit.</summary>
    public static string Caption(ReportChart chart) => chart.Unit is { } unit ? $"{chart.Title} ({unit})" : chart.Title;
}
