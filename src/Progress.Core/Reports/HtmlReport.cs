using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Progress.Reports;

/// <summary>Renders a report as one HTML file that loads nothing, runs nothing, and reads well in light, in dark and on paper.</summary>
internal static class HtmlReport
{
    public static void Write(Report report, TextWriter writer)
    {
        var title = Encode(report.Title);
        writer.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{StyleHash}'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>{ReportStyle.Text}</style>
            </head>
            <body>
            <header>
            <h1>{title}</h1>

            """.ReplaceLineEndings("\n"));
        if (report.Subtitle is { } subtitle) writer.Write($"<p>{Encode(subtitle)}</p>\n");
        writer.Write("</header>\n<main>\n");
        foreach (var section in report.Sections) Write(section, writer);
        writer.Write("</main>\n</body>\n</html>\n");
    }

    /// <summary>Text where HTML expects text or a quoted attribute.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(PlainText.Clean(text));

    private static string StyleHash =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ReportStyle.Text)));

    private static void Write(ReportSection section, TextWriter writer)
    {
        writer.Write($"<section>\n<h2>{Encode(section.Heading)}</h2>\n");
        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case ReportTable table:
                    writer.Write(Scrolling(table));
                    break;
                case ReportChart chart:
                    Write(chart, writer);
                    break;
                default:
                    writer.Write(HtmlMarkdown.Render(block));
                    break;
            }
        }

        writer.Write("</section>\n");
    }

    private static void Write(ReportChart chart, TextWriter writer)
    {
        var values = ChartTable.Of(chart);
        writer.Write($"<figure>\n<figcaption>{Encode(ChartTable.Caption(chart))}</figcaption>\n");
        if (values.Rows.Count > 0 && chart.Series.Count > 0)
        {
            if (chart.Series.Count > 1) ChartLegend.Write(chart, writer);
            writer.Write("<div class=\"scroll\" tabindex=\"0\">\n");
            if (chart is ReportBars bars) BarChart.Write(bars, writer);
            else LineChart.Write(chart, writer);
            writer.Write("</div>\n");
        }

        writer.Write($"<details>\n<summary>Values</summary>\n{Scrolling(values)}</details>\n</figure>\n");
    }

    private static string Scrolling(ReportTable table) => $"<div class=\"scroll\" tabindex=\"0\">\n{HtmlMarkdown.Render(table)}</div>\n";
}
