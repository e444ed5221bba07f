namespace Progress.Reports;

/// <summary>Renders a report as Markdown: every value escaped for where it stands, <c>\n</c> line ends, no padding.</summary>
internal static class MarkdownReport
{
    public static void Write(Report report, TextWriter writer)
    {
        writer.Write($"# {MarkdownText.Heading(report.Title)}\n");
        if (report.Subtitle is { } subtitle) Write(new ReportText(subtitle), writer);
        foreach (var section in report.Sections)
        {
            writer.Write($"\n## {MarkdownText.Heading(section.Heading)}\n");
            foreach (var block in section.Blocks) Write(block, writer);
        }
    }

    /// <summary>Writes a block behind an empty line.</summary>
    public static void Write(ReportBlock block, TextWriter writer)
    {
        switch (block)
        {
            case ReportText text:
                foreach (var paragraph in MarkdownText.Paragraphs(text.Text)) writer.Write($"\n{paragraph}\n");
                break;
            case ReportList list:
                writer.Write("\n");
                foreach (var item in list.Items) writer.Write($"- {MarkdownText.Block(item)}\n");
                break;
            case ReportTable table:
                Write(table, writer);
                break;
            case ReportChart chart:
                Write(ChartTable.Of(chart), writer);
                break;
        }
    }

    private static void Write(ReportTable table, TextWriter writer)
    {
        if (table.Rows.Count == 0)
        {
            writer.Write("\n*No data.*\n");
            return;
        }

        writer.Write("\n");
        Write(table.Columns.Select(column => MarkdownText.Inline(column.Name)), writer);
        Write(table.Columns.Select(column => ReportValue.IsRightAligned(column.Format) ? "--:" : "---"), writer);
        foreach (var row in table.Rows)
            Write(table.Columns.Zip(row, (column, value) => MarkdownText.Inline(ReportValue.Show(value, column.Format))), writer);
    }

    private static void Write(IEnumerable<string> cells, TextWriter writer) =>
        writer.Write($"| {string.Join(" | ", cells)} |\n");
}
