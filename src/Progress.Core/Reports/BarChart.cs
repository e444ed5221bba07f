namespace Progress.Reports;

/// <summary>Draws horizontal bars, which leave room for names; every bar carries its value.</summary>
internal static class BarChart
{
    private const double BarHeight = 18;
    private const double BarGap = 2;
    private const double GroupGap = 12;
    private const double Top = 6;
    private const double AxisHeight = 24;
    private const double WidestName = 220;
    private const double ValueRoom = 70;
    private const double Gap = 8;

    public static void Write(ReportBars chart, TextWriter writer)
    {
        var svg = new Svg(writer);
        var scale = new ChartScale(chart);
        var group = chart.Series.Count * (BarHeight + BarGap) + GroupGap;
        var bottom = Top + chart.Categories.Count * group;
        var left = Math.Min(chart.Categories.Max(Svg.WidthOf), WidestName) + Gap;
        if (scale.Low < 0) left += ValueRoom;
        double X(double value) => left + scale.Share(value) * (Svg.Width - ValueRoom - left);

        svg.Begin(ChartTable.Caption(chart), bottom + AxisHeight);
        foreach (var tick in scale.Ticks)
        {
            svg.Line(tick == 0 ? "axis" : "grid", X(tick), Top, X(tick), bottom);
            svg.Text("middle", X(tick), bottom + AxisHeight - 8, ReportValue.Tick(tick, chart.Format));
        }

        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var y = Top + i * group;
            svg.Text("name", 0, y + (group + BarHeight / 2) / 2, Svg.Fit(chart.Categories[i], WidestName));
            WriteGroup(svg, chart, i, y + GroupGap / 2, X);
        }

        svg.End();
    }

    private static void WriteGroup(Svg svg, ReportBars chart, int category, double y, Func<double, double> x)
    {
        for (var s = 0; s < chart.Series.Count; s++, y += BarHeight + BarGap)
        {
            var value = chart.Series[s].Values[category];
            var shown = ReportValue.Show(value, chart.Format);
            var (from, to) = (x(Math.Min(value ?? 0, 0)), x(Math.Max(value ?? 0, 0)));
            var tip = $"{chart.Categories[category]}, {chart.Series[s].Name}: {shown}";
            if (value is not null) svg.Bar(ChartLegend.Colour(s), from, y, to - from, BarHeight, tip);
            if (value < 0) svg.Text("value end", from - Gap, y + BarHeight * .72, shown);
            else svg.Text("value", to + Gap, y + BarHeight * .72, shown);
        }
    }
}
