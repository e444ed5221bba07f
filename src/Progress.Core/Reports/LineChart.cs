namespace Progress.Reports;

/// <summary>Draws a line a series over the categories from left to right; no data leaves a gap.</summary>
internal static class LineChart
{
    private const double Top = 10;
    private const double PlotHeight = 230;
    private const double AxisHeight = 28;
    private const double Margin = 16;
    private const double Gap = 10;

    public static void Write(ReportChart chart, TextWriter writer)
    {
        var svg = new Svg(writer);
        var scale = new ChartScale(chart);
        var left = scale.Ticks.Max(tick => Svg.WidthOf(ReportValue.Tick(tick, chart.Format))) + Gap;
        var step = (Svg.Width - left - 2 * Margin) / Math.Max(chart.Categories.Count - 1, 1);
        double X(int category) => left + Margin + category * step;
        double Y(double value) => Top + (1 - scale.Share(value)) * PlotHeight;

        svg.Begin(ChartTable.Caption(chart), Top + PlotHeight + AxisHeight);
        foreach (var tick in scale.Ticks)
        {
            svg.Line(tick == 0 ? "axis" : "grid", left, Y(tick), Svg.Width, Y(tick));
            svg.Text("end", left - Gap, Y(tick) + 4, ReportValue.Tick(tick, chart.Format));
        }

        WriteCategories(svg, chart, X, step);
        for (var s = 0; s < chart.Series.Count; s++) WriteSeries(svg, chart, s, X, Y);
        svg.End();
    }

    /// <summary>Writes as many names as have room, counted from the last one, which matters most.</summary>
    private static void WriteCategories(Svg svg, ReportChart chart, Func<int, double> x, double step)
    {
        var last = chart.Categories.Count - 1;
        var every = (int)Math.Ceiling((chart.Categories.Max(Svg.WidthOf) + Gap) / step);
        for (var i = last; i >= 0; i -= every)
        {
            var room = Svg.Width - x(i) < Svg.WidthOf(chart.Categories[i]) / 2 ? "end" : "middle";
            svg.Text(room, room == "end" ? Svg.Width : x(i), Top + PlotHeight + AxisHeight - 8, chart.Categories[i]);
        }
    }

    private static void WriteSeries(Svg svg, ReportChart chart, int s, Func<int, double> x, Func<double, double> y)
    {
        var (colour, values) = (ChartLegend.Colour(s), chart.Series[s].Values);
        var course = new List<(double X, double Y)>();
        for (var i = 0; i <= values.Count; i++)
        {
            if (i < values.Count && values[i] is { } value)
            {
                course.Add((x(i), y(value)));
                continue;
            }

            if (course.Count > 1) svg.Course(colour, course);
            course.Clear();
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value) continue;
            svg.Point(colour, x(i), y(value), $"{chart.Categories[i]}, {chart.Series[s].Name}: {ReportValue.Show(value, chart.Format)}");
        }
    }
}
