using System.Globalization;
using System.Management.Automation;
using Progress.Csv;
using Progress.Reports;

namespace Progress.Commands;

/// <summary>A cmdlet that makes reports, as files or as text.</summary>
public abstract class ReportCmdlet : StoreCmdlet
{
    /// <summary>Name of the parameter set without a file.</summary>
    protected const string TextSet = "Text";

    /// <summary>Name of the parameter set with one.</summary>
    protected const string FileSet = "File";

    private readonly HashSet<string> written = [];

    /// <summary>The file to write; its ending, .md, .csv or .html, says as what. A file that exists is replaced.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = FileSet)]
    public string? Path { get; set; }

    /// <summary>What the report is written as; by default what the file's ending says, and Markdown without a file.</summary>
    [Parameter]
    public ReportKind? Format { get; set; }

    /// <summary>The day to answer for, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <summary>How CSV is written: for machines, or for Excel.</summary>
    [Parameter]
    public CsvDialect Dialect { get; set; }

    /// <summary>Whose separator and numbers Excel's dialect has; the current culture without it.</summary>
    [Parameter]
    [CultureName]
    public CultureInfo? Culture { get; set; }

    /// <summary>A command that writes each of several reports to a file of its own.</summary>
    protected abstract string Each { get; }

    /// <summary>Makes a report, and writes it to where it is to go.</summary>
    protected void Write(Func<Report> report)
    {
        if (Path is null) WriteText(report());
        else WriteFile(report, this.Literal(Path));
    }

    private void WriteText(Report report)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ReportWriter.Write(report, Format ?? ReportKind.Markdown, text, CsvFormat.Of(Dialect, Culture));
        WriteObject(text.ToString());
    }

    private void WriteFile(Func<Report> report, string path)
    {
        var kind = Format ?? ReportWriter.KindOf(path);
        if (!written.Add(path))
            throw new ProgressException(
                "ReportPathTaken", ErrorKind.Usage, $"'{path}' is one file, and there are several reports. Name one for each: {Each}", path);
        if (!Agreed(path, "Write report", out var dryRun)) return;
        var made = report();
        if (dryRun) return;
        ReportWriter.WriteFile(made, path, kind, CsvFormat.Of(Dialect, Culture));
        WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true)[0]);
    }
}
