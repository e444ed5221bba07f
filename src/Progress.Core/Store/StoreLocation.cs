namespace Progress.Store;

/// <summary>Where a store lives; what <c>Connect-ProgressStore</c> returns and every <c>-Store</c> takes.</summary>
/// <param name="Path">Full path of the SQLite file.</param>
public sealed record StoreLocation(string Path)
{
    /// <summary>The variable that overrides the default path.</summary>
    public const string Variable = "PROGRESS_STORE";

    /// <summary>Folder of the settings and of what else belongs to this store.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary><c>PROGRESS_STORE</c>, else <c>Progress/progress.db</c> in the user's data folder.</summary>
    public static StoreLocation Default() => Default(Environment.GetEnvironmentVariable);

    internal static StoreLocation Default(Func<string, string?> variable) =>
        variable(Variable) is { Length: > 0 } path
            ? new StoreLocation(System.IO.Path.GetFullPath(path))
            : new StoreLocation(System.IO.Path.Combine(DataFolder(variable), "Progress", "progress.db"));

    /// <inheritdoc/>
    public override string ToString() => Path;

    private static string DataFolder(Func<string, string?> variable)
    {
        // Unverified: of a home that does not exist, .NET else says "", and the store would lie wherever one happens to be.
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        if (OperatingSystem.IsMacOS()) return System.IO.Path.Combine(home, "Library", "Application Support");
        return variable("XDG_DATA_HOME") is { Length: > 0 } data && System.IO.Path.IsPathRooted(data)
            ? data
            : System.IO.Path.Combine(home, ".local", "share");
    }
}
