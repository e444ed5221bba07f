using System.Text;
using Progress.Csv;
using Progress.Files;

namespace Progress.Reports;

/// <summary>The one way to write a report.</summary>
public static class ReportWriter
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="kind">What it is written as.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="csv">Format of CSV; by default <see cref="CsvFormat.Machine"/>.</param>
    /// <exception cref="ProgressException"><c>ReportHasNoTable</c>: CSV of a report without a table.</exception>
    public static void Write(Report report, ReportKind kind, TextWriter writer, CsvFormat? csv = null)
    {
        switch (kind)
        {
            case ReportKind.Markdown:
                MarkdownReport.Write(report, writer);
                break;
            case ReportKind.Csv:
                var table = MainTable(report);
                var headers = table.Columns.Select(column => column.CsvName ?? column.Name).ToArray();
                CsvExport.Write(writer, headers, table.Rows, csv ?? CsvFormat.Machine);
                break;
            case ReportKind.Html:
                HtmlReport.Write(report, writer);
                break;
        }
    }

    /// <summary>Writes a report to a file.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="kind">What it is written as; by default what the file's extension says.</param>
    /// <param name="csv">Format of CSV; by default <see cref="CsvFormat.Machine"/>.</param>
    /// <exception cref="ProgressException"><c>UnknownReportKind</c>, <c>ReportHasNoTable</c>, <c>OutputFailed</c>.</exception>
    public static void WriteFile(Report report, string path, ReportKind? kind = null, CsvFormat? csv = null)
    {
        var chosen = kind ?? KindOf(path);
        var encoding = chosen == ReportKind.Csv ? (csv ?? CsvFormat.Machine).Encoding : Utf8;
        OutputFile.Write(path, encoding, writer => Write(report, chosen, writer, csv));
    }

    /// <summary>The kind that a file's extension names: .md, .csv or .html.</summary>
    /// <exception cref="ProgressException"><c>UnknownReportKind</c>.</exception>
    public static ReportKind KindOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => ReportKind.Markdown,
        ".csv" => ReportKind.Csv,
        ".html" or ".htm" => ReportKind.Html,
        var other => throw new ProgressException(
            "UnknownReportKind", ErrorKind.Usage,
            $"'{path}' ends in '{other}', which names no kind of report. Use .md, .csv or .html, or name the kind.", path),
    };

    private static ReportTable MainTable(Report report) =>
        report.Sections.SelectMany(section => section.Blocks).OfType<ReportTable>().FirstOrDefault()
        ?? throw new ProgressException(
            "ReportHasNoTable", ErrorKind.Usage,
            $"The report '{report.Title}' has no table, so it cannot be written as CSV. Use Markdown or HTML.", report.Title);
}
