using Progress.Import;
using Progress.Store;

namespace Progress.Customers;

/// <summary>Imports the catalogue of tasks: all of a file in one transaction, or nothing.</summary>
public static class TaskCatalogImport
{
    private const string Entity = "catalogTask";

    /// <summary>
    /// Imports a CSV or JSON file. A task is known by its id: the same again changes nothing, other values change it, and a task that the file
    /// does not have stays. A dependency must be a task of the file or of the catalogue, and none may lead back to itself.
    /// </summary>
    /// <exception cref="ProgressException">
    /// <c>InvalidRow</c> and the errors of the file's format, each with line, field and value; <c>RejectPathTaken</c>; file and store errors.
    /// </exception>
    public static TaskImportSummary FromFile(ProgressStore store, string path, FileImportOptions options, CancellationToken cancel = default)
    {
        RejectFile.Check(store, path, options.RejectPath);
        using var file = SourceFile.Open(path);
        var source = ImportSource<GivenTask>.Of(file, "tasks", CatalogFile.Read(file, options), cancel);
        return ImportChange.Run(store, Entity, source, options, (change, _) => new TaskCatalogImportRun(change, source.Name, options), cancel);
    }
}
