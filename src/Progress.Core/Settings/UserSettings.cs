namespace Progress.Settings;

/// <summary>What only the user's own file beside the store may say, whichever file holds for the rest.</summary>
/// <param name="Connections">The systems that the store is connected with.</param>
/// <param name="Sync">How they are synced.</param>
/// <param name="Twenty">How Twenty is read.</param>
/// <param name="RedHawk">How RedHawk is read.</param>
/// <param name="Airtable">How Airtable is read and written.</param>
public sealed record UserSettings(
    IReadOnlyList<ConnectionSettings> Connections, SyncSettings Sync, TwentySettings Twenty, RedHawkSettings RedHawk, AirtableSettings Airtable)
{
    /// <summary>Keys of the file that are the user's own.</summary>
    internal static IReadOnlyList<string> Keys { get; } = ["connections", "sync", "twenty", "redhawk", "airtable"];

    /// <summary>Reads the user's own file, and no other; the defaults without one.</summary>
    /// <param name="storeFolder">The store's folder.</param>
    /// <exception cref="ProgressException"><c>InvalidSettings</c>; <c>NotAFile</c>; <c>FileUnreadable</c>.</exception>
    public static UserSettings Load(string storeFolder)
    {
        var settings = SettingsStore.Own(storeFolder).Settings;
        return new UserSettings(settings.Connections, settings.Sync, settings.Twenty, settings.RedHawk, settings.Airtable);
    }
}
