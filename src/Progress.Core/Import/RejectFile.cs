using System.Text;
using Progress.Files;
using Progress.Store;

namespace Progress.Import;

/// <summary>The rows that an import could not use, as they were read.</summary>
internal sealed class RejectFile : IDisposable
{
    private readonly OutputFile file;

    private RejectFile(string path) => file = OutputFile.Create(path);

    /// <summary>The file that the options ask for; none where nothing is to be written.</summary>
    public static RejectFile? Of(FileImportOptions options) => options is { RejectPath: { } path, WhatIf: false } ? new RejectFile(path) : null;

    /// <summary>Refuses a path whose file the import needs itself.</summary>
    /// <exception cref="ProgressException"><c>RejectPathTaken</c>.</exception>
    public static void Check(ProgressStore store, string path, string? rejectPath)
    {
        if (rejectPath is null) return;
        var target = OutputTarget.Resolve(rejectPath);
        if (SamePath.Is(target, OutputTarget.Resolve(path)) || SamePath.Is(target, OutputTarget.Resolve(store.Location.Path)))
            throw new ProgressException(
                "RejectPathTaken", ErrorKind.Usage, $"'{rejectPath}' is the file to import or the store; rejected rows would replace it. Name another file.", rejectPath);
    }

    /// <summary>Writes a row; of a row too long to keep, only its reason can be said.</summary>
    public void Write<T>(ImportRow<T> row) where T : class =>
        file.Write(Encoding.UTF8.GetBytes((row.Raw ?? $"(line {row.Problem?.Line}: {row.Problem?.Reason})") + "\n"));

    public void Complete() => file.Commit();

    public void Dispose() => file.Dispose();
}
