using System.Management.Automation;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Ends the runspace's connection to a store.</summary>
/// <remarks>
/// Commands without -Store then use the store that the environment variable PROGRESS_STORE names, else the one in the user's data
/// folder. Without a connection it does nothing.
/// </remarks>
/// <example>
/// <code>Connect-ProgressStore ./team.db
/// Disconnect-ProgressStore</code>
/// <para>Connects, and goes back to the default store.</para>
/// </example>
/// <example>
/// <code>Disconnect-ProgressStore -PassThru</code>
/// <para>Shows which store is used from now on.</para>
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "ProgressStore")]
[OutputType(typeof(StoreLocation))]
public sealed class DisconnectProgressStoreCommand : ProgressCmdlet
{
    /// <summary>Writes the store that is used from now on.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Begin()
    {
        ConnectedStore.OfRunspace = null;
        if (PassThru) WriteObject(StoreLocation.Default());
    }
}
