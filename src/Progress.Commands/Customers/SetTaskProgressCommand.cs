using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Changes progress records.</summary>
/// <remarks>
/// Only what is given changes; empty text removes a value that may be missing. A record that becomes completed without -CompletedDate gets
/// today's date, and one that becomes anything else loses its date. Customer and task of a record stay.
/// </remarks>
/// <example>
/// <code>Set-TaskProgress PROG_0002 -Status completed -CompletedDate 2026-10-20 -PlatformToolUsed icp-analysis -PassThru</code>
/// <para>Completes a task, and shows the record.</para>
/// </example>
/// <example>
/// <code>Get-TaskProgress CUST_02 -Status not_started | Set-TaskProgress -Status skipped -Reason 'out of scope'</code>
/// <para>Skips what a customer has not begun, and keeps why.</para>
/// </example>
/// <seealso cref="GetTaskProgressCommand"/>
[Cmdlet(VerbsCommon.Set, "TaskProgress", SupportsShouldProcess = true)]
[OutputType(typeof(TaskProgress))]
public sealed class SetTaskProgressCommand : ChangeCmdlet
{
    /// <summary>The records: codes such as PROG_0001, sync keys, or objects of Get-TaskProgress, also from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SyncKey", "ProgressId")]
    [TaskProgressSelector]
    [ArgumentCompleter(typeof(TaskProgressCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>The task's name.</summary>
    [Parameter]
    public string? TaskName { get; set; }

    /// <summary>Where the task comes from: Seed_Tasks, Series_A_Tasks, default, custom; empty text removes it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TaskSourceCompleter))]
    public string? TaskSource { get; set; }

    /// <summary>The task's milestone, as free text; empty text removes it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(StageCompleter))]
    public string? StageMilestone { get; set; }

    /// <summary>What the task develops: customerAnalysis, valueCommunication, executiveReadiness, general; empty text removes it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CompetencyCompleter))]
    public string? CompetencyArea { get; set; }

    /// <summary>How urgent it is: critical, high, medium, low; empty text removes it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PriorityCompleter))]
    public string? PriorityLevel { get; set; }

    /// <summary>Where it stands: not_started, in_progress, completed, skipped.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TaskStatusCompleter))]
    public string? Status { get; set; }

    /// <summary>When it was completed, in ISO 8601. Only a completed task has a date.</summary>
    [Parameter]
    public IsoTime? CompletedDate { get; set; }

    /// <summary>The tool used: icp-analysis, financial-impact, resource-library, none; empty text removes it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ToolCompleter))]
    public string? PlatformToolUsed { get; set; }

    /// <summary>Notes, up to 100,000 characters; empty text removes them.</summary>
    [Parameter]
    public string? CompletionNotes { get; set; }

    /// <summary>Points gained, 1 to 10.</summary>
    [Parameter]
    [Cell(typeof(int))]
    public int? CompetencyImpact { get; set; }

    /// <summary>Writes the changed record.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private TaskProgressUpdate Update => new()
    {
        TaskName = TaskName, TaskSource = TaskSource, StageMilestone = StageMilestone, CompetencyArea = CompetencyArea, PriorityLevel = PriorityLevel,
        Status = Status, CompletedDate = CompletedDate?.ToDay(Zone), PlatformToolUsed = PlatformToolUsed, CompletionNotes = CompletionNotes,
        CompetencyImpact = CompetencyImpact,
    };

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (var id in Id) Guard(() => Change(id));
    }

    private void Change(string id)
    {
        var record = TaskProgresses.One(Opened, id);
        if (!Agreed($"{record.ProgressId}, {record.TaskName} of {record.CustomerId}", "Change progress", out var dryRun)) return;
        var changed = TaskProgresses.Set(Opened, id, Update, dryRun, StopToken);
        if (PassThru && !dryRun) WriteObject(changed);
    }
}
