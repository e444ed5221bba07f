using System.Management.Automation;

namespace Progress.Commands;

/// <summary>Paths as the user typed them, resolved by PowerShell's provider.</summary>
internal static class FilePaths
{
    private const string FileSystem = "FileSystem";

    /// <summary>The full path that is meant literally; what is there does not matter yet.</summary>
    /// <exception cref="ProgressException"><c>NotAFile</c>: a path of another provider.</exception>
    public static string Literal(this PSCmdlet cmdlet, string path) =>
        Checked(cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _), provider, path);

    /// <summary>The files that a path with wildcards fits; a path without any is answered as it is.</summary>
    /// <exception cref="ProgressException"><c>NotAFile</c>: a path of another provider; <c>FileNotFound</c>: a folder of it is not there.</exception>
    public static IReadOnlyList<string> Matching(this PSCmdlet cmdlet, string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path)) return [cmdlet.Literal(path)];
        try
        {
            return [.. cmdlet.GetResolvedProviderPathFromPSPath(path, out var provider).Select(found => Checked(found, provider, path))];
        }
        catch (ItemNotFoundException error)
        {
            throw new ProgressException("FileNotFound", ErrorKind.NotFound, error.Message, path, error);
        }
    }

    /// <summary>The one file that a path fits.</summary>
    /// <exception cref="ProgressException"><c>PathNotSingle</c>: it fits none, or several; <c>NotAFile</c>.</exception>
    public static string One(this PSCmdlet cmdlet, string path) =>
        cmdlet.Matching(path) is var found && found.Count == 1
            ? found[0]
            : throw new ProgressException(
                "PathNotSingle", ErrorKind.File, $"'{path}' fits {found.Count} files; name one. -LiteralPath takes a name with brackets as it is.", path);

    private static string Checked(string path, ProviderInfo provider, string typed) =>
        provider.Name == FileSystem
            ? path
            : throw new ProgressException(
                "NotAFile", ErrorKind.File, $"'{typed}' is a path of the provider {provider.Name}. Name a path of the file system.", typed);
}
