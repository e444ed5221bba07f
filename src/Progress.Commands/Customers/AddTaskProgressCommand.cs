using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Records how far customers are with tasks.</summary>
/// <remarks>
/// <para>
/// What is left out is taken from the catalogue, where it knows the task; a task that it does not know needs a name. Without -Status a task is
/// completed, and without -CompletedDate today. Entry of the result says whether the record is new: the same again is a duplicate; of a
/// task that the customer has with other values, Set-TaskProgress changes the record.
/// </para>
/// <para>
/// Rows of a file bind by the names of their columns; an empty cell says nothing. Items are entered by pages in one transaction each; one that is
/// wrong is an error, and the others are entered.
/// </para>
/// </remarks>
/// <example>
/// <code>Add-TaskProgress CUST_91 seed-task-001 -CompletedDate 2026-10-20 -CreateCustomer</code>
/// <para>Records a completed task, with all else from the catalogue, and makes the customer.</para>
/// </example>
/// <example>
/// <code>Import-Csv task-progress.csv | Add-TaskProgress -CreateCustomer | Group-Object Entry -NoElement</code>
/// <para>Enters a file with the seed's columns, and counts what was new.</para>
/// </example>
/// <example>
/// <code>Add-TaskProgress CUST_02 -TaskName 'Visit the fair' -TaskSource custom -CompetencyArea general -Status in_progress</code>
/// <para>Records a task that is in no catalogue.</para>
/// </example>
/// <seealso cref="SetTaskProgressCommand"/>
/// <seealso cref="ImportTaskProgressCommand"/>
[Cmdlet(VerbsCommon.Add, "TaskProgress", SupportsShouldProcess = true)]
[OutputType(typeof(TaskProgress))]
public sealed class AddTaskProgressCommand : EntryCmdlet<NewTaskProgress, TaskProgress>
{
    /// <summary>The customer: id, name, or an object with a CustomerId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CustomerId")]
    [CustomerSelector]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string Customer { get; set; } = "";

    /// <summary>The task's id in the catalogue; a task that is in none needs only a name.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(TaskCompleter))]
    public string? TaskId { get; set; }

    /// <summary>The task's name; needed where the catalogue does not know the task.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    public string? TaskName { get; set; }

    /// <summary>Where the task comes from: Seed_Tasks, Series_A_Tasks, default, custom.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(TaskSourceCompleter))]
    public string? TaskSource { get; set; }

    /// <summary>The task's milestone, as free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(StageCompleter))]
    public string? StageMilestone { get; set; }

    /// <summary>What the task develops: customerAnalysis, valueCommunication, executiveReadiness, general.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(CompetencyCompleter))]
    public string? CompetencyArea { get; set; }

    /// <summary>How urgent it is: critical, high, medium, low.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(PriorityCompleter))]
    public string? PriorityLevel { get; set; }

    /// <summary>Where it stands: not_started, in_progress, completed, skipped; completed without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(TaskStatusCompleter))]
    public string? Status { get; set; }

    /// <summary>When it was completed, in ISO 8601; today without it. Only a completed task has a date.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(IsoTime))]
    public IsoTime? CompletedDate { get; set; }

    /// <summary>The tool used: icp-analysis, financial-impact, resource-library, none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PlatformTool")]
    [Cell]
    [ArgumentCompleter(typeof(ToolCompleter))]
    public string? PlatformToolUsed { get; set; }

    /// <summary>Notes, up to 100,000 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CompletionNotes { get; set; }

    /// <summary>Points gained, 1 to 10.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(int))]
    public int? CompetencyImpact { get; set; }

    /// <summary>The record's identity, where it has one already, as those of Get-TaskProgress have.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(Guid))]
    public Guid? SyncKey { get; set; }

    /// <summary>Makes customers whom the store does not know.</summary>
    [Parameter]
    public SwitchParameter CreateCustomer { get; set; }

    /// <inheritdoc/>
    protected override NewTaskProgress Item => new()
    {
        CustomerId = Customer, TaskId = TaskId, TaskName = TaskName, TaskSource = TaskSource, StageMilestone = StageMilestone, CompetencyArea = CompetencyArea,
        PriorityLevel = PriorityLevel, Status = Status, CompletedDate = CompletedDate?.ToDay(Zone), PlatformToolUsed = PlatformToolUsed,
        CompletionNotes = CompletionNotes, CompetencyImpact = CompetencyImpact, SyncKey = SyncKey,
    };

    /// <inheritdoc/>
    protected override string About => Customer;

    /// <inheritdoc/>
    protected override string Label => $"progress of {TaskId ?? TaskName ?? "a task"}";

    /// <inheritdoc/>
    protected override IReadOnlyList<Entered<TaskProgress>> Enter(IReadOnlyList<NewTaskProgress> items, bool dryRun) =>
        TaskProgresses.Add(Opened, items, CreateCustomer, dryRun, StopToken);
}
