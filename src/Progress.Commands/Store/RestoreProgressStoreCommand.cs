using System.Management.Automation;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Replaces the contents of the store by a backup.</summary>
/// <remarks>
/// The backup is verified first; a damaged one leaves the store as it is. Everything that the store holds is replaced, which is why
/// PowerShell asks before it does so. The store gets a new device id, so that sync does not take it for the one the backup was made of.
/// </remarks>
/// <example>
/// <code>Backup-ProgressStore ./before.db
/// Restore-ProgressStore ./before.db -Confirm:$false</code>
/// <para>Makes a backup, and goes back to it without being asked.</para>
/// </example>
/// <example>
/// <code>$copy = Backup-ProgressStore ./copy.db
/// $copy | Restore-ProgressStore -Store ./second.db -Confirm:$false</code>
/// <para>Makes a second store of what the first holds.</para>
/// </example>
[Cmdlet(VerbsData.Restore, "ProgressStore", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(StoreCopy))]
public sealed class RestoreProgressStoreCommand : ChangeCmdlet
{
    /// <summary>The backup.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    protected override void Process()
    {
        if (!Agreed(Location.Path, $"Replace everything by the backup {Path}", out var dryRun) || dryRun) return;
        WriteObject(StoreBackup.Restore(Opened, this.Literal(Path)));
    }
}
