namespace Progress.Files;

/// <summary>Decides where the bytes of an output file go first.</summary>
internal static class OutputTarget
{
    /// <summary>Opens a temporary file beside the path, or the path itself where it is a device or a pipe.</summary>
    public static (FileStream File, string? Temporary) Open(string path)
    {
        if (Directory.Exists(path)) throw new IOException("it is a folder.");
        var target = Resolve(path);
        if (File.Exists(path))
        {
            // Opened even where it is to be replaced: a file that may not be written must not be.
            var existing = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            if (!existing.CanSeek || IsDevice(Path.GetFullPath(path)) || IsDevice(target)) return (existing, null);
            existing.Dispose();
        }

        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder)) throw new IOException($"there is no folder '{folder}'. Create it first.");
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        return (new FileStream(temporary, Options(target)), temporary);
    }

    /// <summary>The file itself, where the path is a symbolic link to it.</summary>
    public static string Resolve(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);

    /// <remarks>Asked of a link and of what it leads to: /dev/stdout leads to a file, and another link may lead to a device. What lies in /dev/shm is files.</remarks>
    private static bool IsDevice(string full) =>
        !OperatingSystem.IsWindows() && !full.StartsWith("/dev/shm/", StringComparison.Ordinal)
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));

    private static FileStreamOptions Options(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && File.Exists(target)) options.UnixCreateMode = File.GetUnixFileMode(target);
        return options;
    }
}
