using System.Globalization;
using System.Management.Automation;
using Progress.Csv;
using Progress.Reports;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Makes a report on the team, or one rep's card, as Markdown, CSV or HTML.</summary>
/// <remarks>
/// The team's report has the table of where reps stand, ranks, diagnosis, early warning and XP by week; a rep's card this week's gain, the
/// gates to the next rank, the nearest badges, the metrics and what to train. With -Path it is written to a file, whose ending says as what;
/// without it the text is the output. CSV holds the table alone.
/// </remarks>
/// <example>
/// <code>New-RepReport -AsOf 2026-09-30</code>
/// <para>The team's report as Markdown text.</para>
/// </example>
/// <example>
/// <code>New-RepReport -Path team.html -AsOf 2026-09-30</code>
/// <para>The same as a file to open in a browser.</para>
/// </example>
/// <example>
/// <code>Get-Rep t* | New-RepReport -Path { "$($_.Name).html" } -AsOf 2026-09-30</code>
/// <para>A card for each of several reps, in a file of the rep's name.</para>
/// </example>
/// <example>
/// <code>New-RepReport -Path team.csv -Dialect Excel -Culture de-DE -AsOf 2026-09-30</code>
/// <para>The table, for Excel as it is set up in Germany.</para>
/// </example>
[Cmdlet(VerbsCommon.New, "RepReport", SupportsShouldProcess = true, DefaultParameterSetName = TextSet)]
[OutputType(typeof(string), ParameterSetName = [TextSet])]
[OutputType(typeof(FileInfo), ParameterSetName = [FileSet])]
public sealed class NewRepReportCommand : StoreCmdlet
{
    private const string TextSet = "Text";
    private const string FileSet = "File";

    private readonly HashSet<string> written = [];

    /// <summary>Makes the cards of these reps: ids, names with wildcards, or objects with a RepId. Without it, the team's report.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RepId", "WorkspaceMemberId")]
    [SupportsWildcards]
    [RepSelector]
    [ArgumentCompleter(typeof(RepCompleter))]
    public string[]? Rep { get; set; }

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

    /// <inheritdoc/>
    protected override void Process()
    {
        if (Rep is null) Write(() => RepReports.Team(Opened, AsOf));
        foreach (var selector in Rep ?? []) Guard(() => WriteCards(selector));
    }

    private void WriteCards(string selector)
    {
        foreach (var rep in RepDirectory.List(Opened, [selector]))
            Guard(() => Write(() => RepReports.Card(Opened, rep.RepId.ToString(), AsOf)));
    }

    private void Write(Func<Report> report)
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
                "ReportPathTaken", ErrorKind.Usage,
                $"'{path}' is one file, and there are several reports. Name one for each: Get-Rep | New-RepReport -Path {{ \"$($_.Name).html\" }}", path);
        if (!Agreed(path, "Write report", out var dryRun)) return;
        var made = report();
        if (dryRun) return;
        ReportWriter.WriteFile(made, path, kind, CsvFormat.Of(Dialect, Culture));
        WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true)[0]);
    }
}
