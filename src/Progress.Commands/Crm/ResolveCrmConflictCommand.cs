using System.Management.Automation;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Decides a conflict: one side's value holds.</summary>
/// <remarks>What is to be sent goes with the next sync. The audit keeps both values, who decided, and why.</remarks>
/// <example>
/// <code>Get-CrmConflict | Where-Object Kind -eq BothChanged | Resolve-CrmConflict -Use Remote</code>
/// <para>Accepts what others wrote, wherever both sides changed a field.</para>
/// </example>
/// <example>
/// <code>Get-CrmConflict | Where-Object Field -eq totalXp | Resolve-CrmConflict -Use Local -Reason 'an old import wrote over them' -PassThru</code>
/// <para>Puts back XP that another program took away.</para>
/// </example>
/// <seealso cref="GetCrmConflictCommand"/>
[Cmdlet(VerbsDiagnostic.Resolve, "CrmConflict", SupportsShouldProcess = true)]
[OutputType(typeof(CrmConflict))]
public sealed class ResolveCrmConflictCommand : ChangeCmdlet
{
    /// <summary>Numbers of conflicts, also from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConflictCompleter))]
    public long[] Id { get; set; } = [];

    /// <summary>Whose value holds: ours, or the CRM's.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public ConflictSide Use { get; set; }

    /// <summary>Writes the resolved conflict.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (var id in Id) Guard(() => Resolve(id));
    }

    private void Resolve(long id)
    {
        if (!Agreed($"conflict {id}", $"Use the {Use} value", out var dryRun)) return;
        var resolved = CrmResolution.Resolve(Opened, id, Use, dryRun);
        if (PassThru && !dryRun) WriteObject(resolved);
    }
}
