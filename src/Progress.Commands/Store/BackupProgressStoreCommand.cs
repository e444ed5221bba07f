using System.Management.Automation;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Copies the store to a file, and verifies the copy.</summary>
/// <remarks>
/// Others may go on using the store meanwhile. The copy is one file; it takes its name only when SQLite finds it intact and its ledger
/// can be read from end to end, and the result names the checksum of that ledger.
/// </remarks>
/// <example>
/// <code>Backup-ProgressStore ./progress-2026-09-30.db</code>
/// <para>Makes a backup in the current folder.</para>
/// </example>
/// <example>
/// <code>$first = Backup-ProgressStore ./first.db
/// $second = Backup-ProgressStore ./second.db
/// $first.LedgerChecksum -eq $second.LedgerChecksum</code>
/// <para>True as long as the ledger has not changed in between.</para>
/// </example>
[Cmdlet(VerbsData.Backup, "ProgressStore", SupportsShouldProcess = true)]
[OutputType(typeof(StoreCopy))]
public sealed class BackupProgressStoreCommand : StoreCmdlet
{
    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    /// <summary>Overwrites a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override bool MustExist => true;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (!Agreed(Location.Path, $"Back up to {Path}", out var dryRun) || dryRun) return;
        WriteObject(StoreBackup.Backup(Opened, this.Literal(Path), Force));
    }
}
