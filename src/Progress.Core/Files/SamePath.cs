namespace Progress.Files;

internal static class SamePath
{
    /// <summary>Whether two full paths mean one file; Windows and macOS do not tell names apart by their case.</summary>
    public static bool Is(string path, string other) =>
        string.Equals(path, other, OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
