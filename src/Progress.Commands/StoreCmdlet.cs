using System.Management.Automation;
using Progress.Settings;
using Progress.Store;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>A cmdlet over the store: finds it, opens it once, and closes it.</summary>
public abstract class StoreCmdlet : ProgressCmdlet
{
    private ProgressStore? opened;
    private SettingsFile? settings;

    /// <summary>
    /// The store to use: the path of its file, or what Connect-ProgressStore returned. Without it, the store that the runspace is
    /// connected to, else the one that the environment variable PROGRESS_STORE names, else the one in the user's data folder.
    /// </summary>
    [Parameter]
    [StorePath]
    public StoreLocation? Store { get; set; }

    /// <summary>Where the store is.</summary>
    protected StoreLocation Location => Store ?? ConnectedStore.OfRunspace ?? StoreLocation.Default();

    /// <summary>The settings that hold here.</summary>
    protected SettingsFile Settings => settings ??= Must(() => SettingsStore.Load(CurrentFolder, Location.Folder));

    /// <summary>The time zone of the settings.</summary>
    protected TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Settings.Settings.TimeZone);

    /// <summary>Who opens the store, and why.</summary>
    protected StoreOptions Options => new()
    {
        Command = MyInvocation.MyCommand.Name,
        Reason = Why,
        TimeZone = Settings.Settings.TimeZone,
        Customers = Settings.Settings.Customers,
        MustExist = MustExist,
    };

    /// <summary>Whether a store that does not exist is refused: one that is named to be read from, or where a new one is of no use.</summary>
    protected virtual bool MustExist => Store is not null && MyInvocation.MyCommand is CmdletInfo { Verb: VerbsCommon.Get };

    /// <summary>The reason for the change, as the audit keeps it.</summary>
    protected virtual string? Why => null;

    /// <summary>Whether the store was asked for.</summary>
    protected bool IsOpen => opened is not null;

    /// <summary>The store, opened when it is first asked for.</summary>
    protected ProgressStore Opened => opened ??= Must(() => ProgressStore.Open(Location, Options));

    /// <inheritdoc/>
    protected sealed override void Greet()
    {
        foreach (var message in BackgroundSync.TakeMessages(Location)) WriteWarning(message);
    }

    /// <inheritdoc/>
    protected override void Close() => opened?.Dispose();
}
