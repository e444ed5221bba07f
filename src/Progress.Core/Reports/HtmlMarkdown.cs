using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Progress.Reports;

/// <summary>Turns the Markdown of a block into HTML without style attributes, which the content policy would refuse.</summary>
internal static class HtmlMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static string Render(ReportBlock block)
    {
        using var markdown = new StringWriter { NewLine = "\n" };
        MarkdownReport.Write(block, markdown);
        var document = Markdown.Parse(markdown.ToString(), Pipeline);
        if (block is ReportTable { Columns: var columns })
        {
            foreach (var table in document.Descendants<Table>()) LayOut(table, columns);
        }

        return document.ToHtml(Pipeline);
    }

    private static void LayOut(Table table, IReadOnlyList<ReportColumn> columns)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (row.IsHeader) row[i].GetAttributes().AddProperty("scope", "col");
                if (Class(columns[i].Format) is { } name) row[i].GetAttributes().AddClass(name);
            }
        }

        foreach (var column in table.ColumnDefinitions) column.Alignment = null;
    }

    private static string? Class(ReportFormat format) => format switch
    {
        ReportFormat.Number or ReportFormat.Percent => "num",
        ReportFormat.Date or ReportFormat.Time => "time",
        _ => null,
    };
}
