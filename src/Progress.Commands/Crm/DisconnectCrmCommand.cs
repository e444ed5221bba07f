using System.Management.Automation;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Ends a connection with a CRM, after sending what is pending.</summary>
/// <remarks>
/// What cannot be sent in time is said in a warning and stays in the outbox: the next Connect-Crm sends it. What was fetched stays.
/// </remarks>
/// <example>
/// <code>Disconnect-Crm twenty</code>
/// <para>Sends what is pending, and disconnects.</para>
/// </example>
/// <example>
/// <code>Get-CrmSyncStatus | Disconnect-Crm -TimeoutSec 3 -PassThru | Where-Object Pending -gt 0</code>
/// <para>Ends all connections, and shows those with changes that were not sent in time.</para>
/// </example>
/// <seealso cref="ConnectCrmCommand"/>
[Cmdlet(VerbsCommunications.Disconnect, "Crm", SupportsShouldProcess = true)]
[OutputType(typeof(CrmSyncStatus), typeof(SyncPlanStep))]
public sealed class DisconnectCrmCommand : ChangeCmdlet
{
    /// <summary>Names of connections, also from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Connection")]
    [ConnectionSelector]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Seconds that sending may take.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int TimeoutSec { get; set; } = 10;

    /// <summary>Writes how the connection stood at its end.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (var name in Name) Guard(() => Disconnect(name));
    }

    private void Disconnect(string name)
    {
        var plan = new SyncRequest { Connection = name, Direction = SyncDirection.Push };
        if (!Agreed(name, "Send what is pending, and disconnect", out var dryRun)) return;
        if (dryRun)
        {
            WriteAll(CrmSync.Plan(Opened, plan));
            return;
        }

        BackgroundSync.Stop(Location, name);
        this.ReadSecrets(Location, name);
        var left = CrmSession.End(Opened, name, TimeSpan.FromSeconds(TimeoutSec), this.Remote(), Report, StopToken);
        if (left.Pending + left.Refused > 0) WriteWarning(Left(left));
        if (PassThru) WriteObject(left);
    }

    private static string Left(CrmSyncStatus left) =>
        $"{left.Connection}: {left.Pending} records were not sent{(left.Refused > 0 ? $", and {left.Refused} are refused" : "")}"
        + $"{(left.Error is { } error ? $" ({error.TrimEnd('.')})" : "")}. They stay in the outbox; the next Connect-Crm sends them.";
}
