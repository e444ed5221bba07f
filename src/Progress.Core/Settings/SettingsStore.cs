using Progress.Files;
using Progress.Json;

namespace Progress.Settings;

/// <summary>Finds, lists and changes the settings.</summary>
/// <remarks>
/// The nearest <c>progress.settings.json</c> holds as a whole: from the current folder upwards, else the user's own beside the
/// store, else the defaults. Two files are never mixed, but for what only the user's own may say (<see cref="UserSettings"/>).
/// </remarks>
public static class SettingsStore
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "progress.settings.json";

    /// <summary>Loads the nearest file.</summary>
    /// <param name="currentFolder">The folder to begin at.</param>
    /// <param name="storeFolder">The store's folder, where the user's own file lies.</param>
    /// <exception cref="ProgressException">
    /// <c>InvalidSettings</c>: unknown keys, bad values; <c>ConnectionsNotAllowedHere</c>: connections in a file that is not the
    /// user's own; <c>FileUnreadable</c>.
    /// </exception>
    public static SettingsFile Load(string currentFolder, string storeFolder)
    {
        var own = OwnPath(storeFolder);
        var path = Upwards(currentFolder).FirstOrDefault(Path.Exists);
        return path is null || SamePath.Is(path, own)
            ? Own(storeFolder)
            : WithOwn(SettingsText.Load(path, own), Own(storeFolder));
    }

    /// <summary>The user's own file, else the defaults.</summary>
    internal static SettingsFile Own(string storeFolder)
    {
        var own = OwnPath(storeFolder);
        return Path.Exists(own) ? SettingsText.Load(own, own) : new SettingsFile(null, new ProgressSettings());
    }

    /// <summary>Every setting, one for each leaf key, in documented order.</summary>
    public static IReadOnlyList<SettingValue> List(SettingsFile file)
    {
        var defaults = new ProgressSettings();
        var own = file.Own ?? file;
        var (root, ownRoot) = (JsonSpot.Parse(file.Text), JsonSpot.Parse(own.Text));
        return
        [
            .. SettingKeys.All.Select(key => new SettingValue(
                key.Name, key.Read(file.Settings), key.Read(defaults),
                (key.IsOwn ? Source(own, ownRoot, key) : Source(file, root, key)) ?? "default", key.Allowed)),
        ];
    }

    /// <summary>The setting of a name, or those that a pattern fits, in documented order.</summary>
    /// <exception cref="ProgressException"><c>UnknownSetting</c>: a name without wildcards that is no setting.</exception>
    public static IReadOnlyList<SettingValue> List(SettingsFile file, string name)
    {
        var pattern = new NamePattern(name);
        var key = pattern.IsPattern ? null : SettingKeys.Find(name);
        return [.. List(file).Where(setting => key?.Name == setting.Name || pattern.Fits(setting.Name))];
    }

    /// <summary>
    /// Changes one setting in the file that holds, else in a new one beside the store; what is only the user's own always in that. Everything
    /// else in the file stays.
    /// </summary>
    /// <param name="file">The settings that hold.</param>
    /// <param name="storeFolder">The store's folder.</param>
    /// <param name="name">The setting's dotted name.</param>
    /// <param name="value">What to set: text, <c>true</c>, a list separated by commas, or JSON; null for the default.</param>
    /// <param name="dryRun">Check everything, and write nothing.</param>
    /// <returns>The settings that hold now.</returns>
    /// <exception cref="ProgressException">
    /// <c>UnknownSetting</c>; <c>InvalidSettings</c>: the value, or the file as it stands by now; <c>OutputFailed</c>. The file
    /// is then unchanged.
    /// </exception>
    public static SettingsFile Set(SettingsFile file, string storeFolder, string name, string? value, bool dryRun = false)
    {
        var key = SettingKeys.Find(name);
        var own = OwnPath(storeFolder);
        var path = key.IsOwn ? own : file.Path ?? own;
        var before = Path.Exists(path) ? SettingsText.Load(path, own) : new SettingsFile(null, new ProgressSettings());
        var text = value is null ? JsonEdit.Remove(before.Text, key.Keys) : JsonEdit.Set(before.Text, key.Keys, key.ToJson(value));
        var after = before;
        if (text != before.Text)
        {
            if (before.Path is null) text += "\n";
            after = SettingsText.Change(path, text, key, value);
            if (!dryRun) SettingsText.Write(path, text);
        }

        if (file.Path is null || SamePath.Is(file.Path, own)) return after;
        return key.IsOwn ? WithOwn(file, after) : WithOwn(after, Own(storeFolder));
    }

    private static SettingsFile WithOwn(SettingsFile nearest, SettingsFile own) => nearest with
    {
        Own = own,
        Settings = nearest.Settings with
        {
            Connections = own.Settings.Connections, Sync = own.Settings.Sync, Twenty = own.Settings.Twenty, RedHawk = own.Settings.RedHawk,
            Airtable = own.Settings.Airtable,
        },
    };

    private static string? Source(SettingsFile file, JsonSpot root, SettingKey key) => root.Nearest(key.Path).Path == key.Path ? file.Path : null;

    private static string OwnPath(string storeFolder) =>
        Path.Combine(Path.GetFullPath(storeFolder), FileName);

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return Path.Combine(at.FullName, FileName);
    }
}
