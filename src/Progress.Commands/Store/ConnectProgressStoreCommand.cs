using System.Management.Automation;
using Progress.Settings;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Connects the runspace to a store.</summary>
/// <remarks>
/// From then on, commands without -Store use that store; other runspaces do not. A store that does not exist yet is made, and one of an
/// older version is backed up and brought up to date. What is returned can be given to -Store, also inside ForEach-Object -Parallel.
/// </remarks>
/// <example>
/// <code>Connect-ProgressStore ./team.db
/// Get-Rep</code>
/// <para>Works with a store in the current folder.</para>
/// </example>
/// <example>
/// <code>$store = Connect-ProgressStore
/// 'Kaya Novak', 'Tara Tanaka' | ForEach-Object -Parallel { Get-RepMetric $_ -Store $using:store }</code>
/// <para>Uses the same store in parallel runspaces, of which none is connected to anything.</para>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "ProgressStore")]
[OutputType(typeof(StoreLocation))]
public sealed class ConnectProgressStoreCommand : ProgressCmdlet
{
    /// <summary>
    /// The path of the store's file. Without it, the one that the environment variable PROGRESS_STORE names, else the one in the user's
    /// data folder.
    /// </summary>
    [Parameter(Position = 0)]
    [Alias("Store")]
    [StorePath]
    public StoreLocation? Path { get; set; }

    /// <inheritdoc/>
    protected override void Begin()
    {
        var location = Path ?? StoreLocation.Default();
        var settings = SettingsStore.Load(CurrentFolder, location.Folder).Settings;
        using (ProgressStore.Open(location, new StoreOptions { Command = MyInvocation.MyCommand.Name, TimeZone = settings.TimeZone }))
            ConnectedStore.OfRunspace = location;
        WriteObject(location);
    }
}
