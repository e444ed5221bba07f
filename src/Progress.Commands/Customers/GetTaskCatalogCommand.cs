using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Gets tasks of the catalogue.</summary>
/// <remarks>
/// In the order in which they were imported. StageMilestone is the text of the file, and Milestone the one of the eight that it means; a text
/// that means none is mapped with the setting customers.milestones.
/// </remarks>
/// <example>
/// <code>Get-TaskCatalog -Milestone Initial_PMF -Competency customerAnalysis</code>
/// <para>The tasks of a milestone that develop one competency.</para>
/// </example>
/// <example>
/// <code>Get-TaskCatalog | Group-Object StageMilestone, Milestone -NoElement</code>
/// <para>Which milestones the texts of stages mean, and how many tasks have each.</para>
/// </example>
/// <seealso cref="ImportTaskCatalogCommand"/>
[Cmdlet(VerbsCommon.Get, "TaskCatalog", SupportsPaging = true)]
[OutputType(typeof(CatalogTask))]
public sealed class GetTaskCatalogCommand : SelectionCmdlet<CatalogTask>
{
    /// <summary>The tasks: ids, names with wildcards, or objects with a TaskId, also from the pipeline. Without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [TaskSelector]
    [ArgumentCompleter(typeof(TaskCompleter))]
    public string[]? TaskId { get; set; }

    /// <summary>Only tasks of these milestones: one of the eight, or the text of a stage.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(StageCompleter))]
    public string[]? Milestone { get; set; }

    /// <summary>Only tasks that develop one of these: customerAnalysis, valueCommunication, executiveReadiness, general.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CompetencyCompleter))]
    public string[]? Competency { get; set; }

    /// <summary>Only tasks that come from one of these: Seed_Tasks, Series_A_Tasks, default, custom.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TaskSourceCompleter))]
    public string[]? Source { get; set; }

    /// <inheritdoc/>
    protected override string[]? Selected => TaskId;

    /// <inheritdoc/>
    protected override string Parameter => nameof(TaskId);

    /// <inheritdoc/>
    protected override string UnknownId => "TaskNotFound";

    /// <inheritdoc/>
    protected override IEnumerable<CatalogTask> Read(IReadOnlyCollection<string> names) =>
        TaskCatalog.List(Opened, names, Milestone, Competency, Source);
}
