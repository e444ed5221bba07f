using Progress.Settings;

namespace Progress.Tests;

/// <summary>A store's folder and, apart from it, a clone with folders in it.</summary>
internal sealed class SettingsFolders : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("progress-settings-").FullName;

    public SettingsFolders() => Directory.CreateDirectory(Deep);

    public string Store => Path.Combine(_root, "data");

    public string Clone => Path.Combine(_root, "clone");

    public string Deep => Path.Combine(Clone, "src", "deep");

    public static string In(string folder) => Path.Combine(folder, SettingsStore.FileName);

    public static string Write(string folder, string json)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(In(folder), json);
        return In(folder);
    }

    public SettingsFile Load() => SettingsStore.Load(Deep, Store);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
