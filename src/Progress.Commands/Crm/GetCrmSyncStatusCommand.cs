using System.Management.Automation;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Gets how connections stand, and what to do next.</summary>
/// <remarks>
/// Asks nobody: what is shown is what the store knows. Refusals lists what the CRM will not have, and why; nothing that was refused is
/// dropped, and nothing is tried again for ever.
/// </remarks>
/// <example>
/// <code>Get-CrmSyncStatus</code>
/// <para>All connections: what is pending, the last push and pull, and the next step.</para>
/// </example>
/// <example>
/// <code>Get-CrmSyncStatus twenty | Format-List *</code>
/// <para>Everything of one: error, schema, key, limits, calls left, expected time.</para>
/// </example>
/// <example>
/// <code>(Get-CrmSyncStatus twenty).Refusals</code>
/// <para>What Twenty will not have, and why.</para>
/// </example>
/// <seealso cref="InvokeCrmSyncCommand"/>
[Cmdlet(VerbsCommon.Get, "CrmSyncStatus")]
[OutputType(typeof(CrmSyncStatus))]
public sealed class GetCrmSyncStatusCommand : ConnectionCmdlet
{
    /// <inheritdoc/>
    protected override void Work(string? pattern) => WriteAll(CrmSyncStatuses.Get(Opened, this.Remote(), pattern));
}
