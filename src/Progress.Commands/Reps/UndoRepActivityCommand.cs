using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Corrects activities that were entered by mistake.</summary>
/// <remarks>
/// Counters and rank gates count it no longer. Its XP stays, since XP never falls, and so does its row: the audit keeps who corrected it, and
/// why. Undoing again changes nothing.
/// </remarks>
/// <example>
/// <code>Get-RepActivity 'Kaya Novak' -First 1 | Undo-RepActivity -Reason 'entered twice'</code>
/// <para>Takes her first activity back.</para>
/// </example>
/// <example>
/// <code>Get-RepActivity -Since 2026-09-30 | Where-Object Kind -eq deal_closed | Undo-RepActivity -Reason 'wrong export' -PassThru</code>
/// <para>Takes back what was entered from a wrong file, and shows it.</para>
/// </example>
/// <seealso cref="AddRepActivityCommand"/>
[Cmdlet(VerbsCommon.Undo, "RepActivity", SupportsShouldProcess = true)]
[OutputType(typeof(RepActivity))]
public sealed class UndoRepActivityCommand : ChangeCmdlet
{
    /// <summary>Ids of activities, also from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Id { get; set; } = [];

    /// <summary>Why it is corrected; the audit keeps it.</summary>
    [Parameter(Mandatory = true)]
    public override string? Reason { get; set; }

    /// <summary>Writes the corrected activity.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (var id in Id) Guard(() => Undo(id));
    }

    private void Undo(string id)
    {
        if (!Agreed(id, "Undo activity", out var dryRun)) return;
        var undone = RepActivities.Undo(Opened, id, dryRun, StopToken);
        if (PassThru && !dryRun) WriteObject(undone);
    }
}
