using System.Management.Automation;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Gets what each sync did.</summary>
/// <remarks>Newest first; the last thousand of each connection are kept.</remarks>
/// <example>
/// <code>Get-CrmSyncLog -First 5</code>
/// <para>The five latest passes.</para>
/// </example>
/// <example>
/// <code>Get-CrmSyncLog twenty -Since 2026-09-01 | Where-Object Status -ne Done | Select-Object StartedAt, Messages</code>
/// <para>What went wrong since September.</para>
/// </example>
/// <seealso cref="InvokeCrmSyncCommand"/>
[Cmdlet(VerbsCommon.Get, "CrmSyncLog", SupportsPaging = true)]
[OutputType(typeof(SyncResult))]
public sealed class GetCrmSyncLogCommand : ConnectionCmdlet
{
    /// <summary>Only passes that ended at this time or later, in ISO 8601; without an offset in the time zone of the settings.</summary>
    [Parameter]
    public IsoTime? Since { get; set; }

    /// <inheritdoc/>
    protected override void Work(string? pattern) =>
        WriteAll(CrmSyncLog.Read(Opened, pattern, Since?.ToUtc(Zone)));
}
