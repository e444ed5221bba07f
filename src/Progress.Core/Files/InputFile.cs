namespace Progress.Files;

/// <summary>The one way to open a file that a user named as input.</summary>
public static class InputFile
{
    /// <summary>Opens a file for one pass from start to end.</summary>
    /// <exception cref="ProgressException"><c>FileNotFound</c>, <c>NotAFile</c> (a folder), <c>FileUnreadable</c>.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
            throw new ProgressException("NotAFile", ErrorKind.File, $"'{path}' is a folder. Name a file in it.", path);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ProgressException(
                "FileNotFound", ErrorKind.NotFound, $"'{path}' does not exist. Check the path and the current folder.", path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, e);
        }
    }

    internal static ProgressException Unreadable(string path, Exception cause) => new(
        "FileUnreadable", ErrorKind.File, $"'{path}' cannot be read: {cause.Message}", path, cause);
}
