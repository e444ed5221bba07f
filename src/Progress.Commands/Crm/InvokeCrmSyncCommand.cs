using System.Management.Automation;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Syncs the store with its connections, once.</summary>
/// <remarks>
/// <para>
/// What waits here goes first, then what changed there comes in. One result a connection says what was done; what could not be done stays in
/// the outbox and is tried again. While another pass of the same connection is at work it waits, then ends with the error SyncBusy.
/// </para>
/// <para>
/// A scheduled script ends with exit (Invoke-CrmSync twenty).ExitCode: 0 all done, 1 some was not, 2 failed. -WhatIf asks nobody and writes the
/// plan: what would be read and written, in how many calls and seconds at least.
/// </para>
/// </remarks>
/// <example>
/// <code>Invoke-CrmSync</code>
/// <para>Syncs all connections: the academy first, since what it tells goes on to the CRM.</para>
/// </example>
/// <example>
/// <code>Invoke-CrmSync twenty -WhatIf</code>
/// <para>Shows what would be sent and fetched, in how many calls.</para>
/// </example>
/// <example>
/// <code>Invoke-CrmSync twenty -Direction Push -PushCalls -Wait 60</code>
/// <para>Also writes the calls there that Twenty does not have, as notes, and waits up to a minute for another pass to end.</para>
/// </example>
/// <seealso cref="GetCrmSyncStatusCommand"/>
/// <seealso cref="GetCrmSyncLogCommand"/>
[Cmdlet(VerbsLifecycle.Invoke, "CrmSync", SupportsShouldProcess = true)]
[OutputType(typeof(SyncResult), typeof(SyncPlanStep))]
public sealed class InvokeCrmSyncCommand : ConnectionCmdlet
{
    /// <summary>Which way: Push sends, Pull fetches.</summary>
    [Parameter]
    public SyncDirection Direction { get; set; }

    /// <summary>Reads everything again, and tries again what was refused.</summary>
    [Parameter]
    public SwitchParameter Full { get; set; }

    /// <summary>Writes calls there as notes that the CRM does not have.</summary>
    [Parameter]
    public SwitchParameter PushCalls { get; set; }

    /// <summary>Lets our rules hold where records were reckoned by others, and takes calls off even if more than a tenth of them is gone there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Seconds to wait while another pass is at work.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public int Wait { get; set; } = 10;

    /// <summary>Share of the permitted rate to use, above 0 up to 1; the settings' without it.</summary>
    [Parameter]
    public double? Pace { get; set; }

    /// <inheritdoc/>
    protected override void Work(string? pattern)
    {
        var request = new SyncRequest
        {
            Connection = pattern, Direction = Direction, Full = Full, PushCalls = PushCalls, Force = Force, Wait = TimeSpan.FromSeconds(Wait), Pace = Pace,
            Host = this.Remote(), Report = Report,
        };
        if (!Agreed(pattern ?? "all connections", $"Sync ({Direction})", out var dryRun)) return;
        if (dryRun)
        {
            WriteAll(CrmSync.Plan(Opened, request));
            return;
        }

        this.ReadSecrets(Location, pattern);
        WriteAll(CrmSync.Invoke(Opened, request, StopToken));
    }
}
