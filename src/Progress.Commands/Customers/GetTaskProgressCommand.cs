using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Gets progress records, or the same query as a formula for Airtable.</summary>
/// <remarks>
/// In the order in which they were made. Filters add up; of each filter one value must fit. -CompletedAfter and -CompletedBefore are strict, as
/// Airtable's IS_AFTER and IS_BEFORE are. With -AsFormula the output is a filterByFormula, correctly escaped, that selects the
/// same records there; -First and -Skip cannot be said in one.
/// </remarks>
/// <example>
/// <code>Get-TaskProgress CUST_02 -Status completed -CompletedAfter 2026-08-01</code>
/// <para>What a customer completed since then.</para>
/// </example>
/// <example>
/// <code>Get-TaskProgress -Customer CUST_02 -Competency customerAnalysis -AsFormula</code>
/// <para>AND({Customer ID} = "CUST_02", {Competency Area} = "customerAnalysis")</para>
/// </example>
/// <example>
/// <code>Get-TaskProgress -Milestone Initial_PMF -Status in_progress, not_started | Group-Object CustomerId -NoElement | Sort-Object Count -Descending</code>
/// <para>Who has most left to do of a milestone; it takes every text that means the milestone.</para>
/// </example>
/// <example>
/// <code>Get-TaskProgress -First 20 | Export-ProgressCsv progress.csv</code>
/// <para>The first records, to be imported elsewhere with their identity.</para>
/// </example>
/// <seealso cref="SetTaskProgressCommand"/>
[Cmdlet(VerbsCommon.Get, "TaskProgress", SupportsPaging = true)]
[OutputType(typeof(TaskProgress), typeof(string))]
public sealed class GetTaskProgressCommand : CustomerReadCmdlet<TaskProgress>
{
    /// <summary>Only records that stand so: not_started, in_progress, completed, skipped.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TaskStatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>Only records that develop one of these: customerAnalysis, valueCommunication, executiveReadiness, general.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CompetencyCompleter))]
    public string[]? Competency { get; set; }

    /// <summary>Only records of these milestones: one of the eight, which takes every text that means it, or a text itself.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(StageCompleter))]
    public string[]? Milestone { get; set; }

    /// <summary>Only records that come from one of these: Seed_Tasks, Series_A_Tasks, default, custom.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TaskSourceCompleter))]
    public string[]? Source { get; set; }

    /// <summary>Only records completed after this day, not on it, in ISO 8601.</summary>
    [Parameter]
    public IsoTime? CompletedAfter { get; set; }

    /// <summary>Only records completed before this day, not on it, in ISO 8601.</summary>
    [Parameter]
    public IsoTime? CompletedBefore { get; set; }

    /// <summary>Writes the query as a filterByFormula of Airtable instead.</summary>
    [Parameter]
    public SwitchParameter AsFormula { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<TaskProgress> Read(IReadOnlyCollection<string> names) => TaskProgresses.List(Opened, Query(names));

    /// <inheritdoc/>
    protected override void Write(IReadOnlyCollection<string> names)
    {
        // A formula of some of those who were named would be another query.
        if (AsFormula) WriteObject(TaskProgressFormula.Of(Opened, Paged(Query(names))));
        else base.Write(names);
    }

    private TaskProgressQuery Query(IReadOnlyCollection<string> names) => new()
    {
        Customer = names, Status = Status, Competency = Competency, Milestone = Milestone, Source = Source,
        CompletedAfter = CompletedAfter?.ToDay(Zone), CompletedBefore = CompletedBefore?.ToDay(Zone),
    };

    private TaskProgressQuery Paged(TaskProgressQuery query) => query with
    {
        First = MyInvocation.BoundParameters.ContainsKey(nameof(PagingParameters.First)) ? (long)Math.Min(PagingParameters.First, long.MaxValue) : null,
        Skip = (long)Math.Min(PagingParameters.Skip, long.MaxValue),
    };
}
