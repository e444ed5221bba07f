using System.Management.Automation;
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
public sealed class NewRepReportCommand : ReportCmdlet
{
    /// <summary>Makes the cards of these reps: ids, names with wildcards, or objects with a RepId. Without it, the team's report.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RepId", "WorkspaceMemberId")]
    [SupportsWildcards]
    [RepSelector]
    [ArgumentCompleter(typeof(RepCompleter))]
    public string[]? Rep { get; set; }

    /// <inheritdoc/>
    protected override string Each => "Get-Rep | New-RepReport -Path { \"$($_.Name).html\" }";

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
}
