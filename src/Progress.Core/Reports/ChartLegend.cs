namespace Progress.Reports;

/// <summary>Says which colour is which series.</summary>
internal static class ChartLegend
{
    private const int Colours = 6;

    public static void Write(ReportChart chart, TextWriter writer)
    {
        writer.Write("<ul class=\"legend\">\n");
        for (var i = 0; i < chart.Series.Count; i++)
            writer.Write($"<li><span class=\"{Colour(i)}\"></span>{HtmlReport.Encode(chart.Series[i].Name)}</li>\n");
        writer.Write("</ul>\n");
    }

    /// <summary>The class that colours a series; colours repeat after the sixth.</summary>
    public static string Colour(int series) => $"k{series % Colours}";
}
