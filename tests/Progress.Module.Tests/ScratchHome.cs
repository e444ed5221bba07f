namespace Progress.Tests;

/// <summary>A home folder that a test has to itself, so that nothing of the user's is read or written.</summary>
internal sealed class ScratchHome : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("progress-test-");

    public string Folder => folder.FullName;

    public IEnumerable<KeyValuePair<string, string>> Environment =>
    [
        new("HOME", Folder),
        new("USERPROFILE", Folder),
        new("LOCALAPPDATA", Path.Combine(Folder, "local")),
        new("XDG_DATA_HOME", Path.Combine(Folder, "data")),
        new("XDG_CONFIG_HOME", Path.Combine(Folder, "config")),
        new("XDG_CACHE_HOME", Path.Combine(Folder, "cache")),
        new("PROGRESS_STORE", Path.Combine(Folder, "progress.db")),
        new("NO_COLOR", "1"),
        new("POWERSHELL_TELEMETRY_OPTOUT", "1"),
        new("POWERSHELL_UPDATECHECK", "Off"),
    ];

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Windows keeps a file that is still open; the system clears its temporary folder.
        }
    }
}
