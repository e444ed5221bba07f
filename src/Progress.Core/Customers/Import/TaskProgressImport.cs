using Progress.Import;
using Progress.Store;
using Progress.Sync;

namespace Progress.Customers;

/// <summary>How an import of progress treats what it reads.</summary>
public sealed record TaskProgressImportOptions : FileImportOptions
{
    /// <summary>Makes customers whom the store does not know, instead of refusing their rows.</summary>
    public bool CreateCustomers { get; init; }
}

/// <summary>Imports progress records: all of a file in one transaction, or nothing.</summary>
public static class TaskProgressImport
{
    /// <summary>
    /// Imports a CSV or JSON file with the seed's fields. A record is known by its <c>SyncKey</c>, else by customer and task: the same again
    /// changes nothing, other values change it, and an empty one leaves it.
    /// </summary>
    /// <exception cref="ProgressException">
    /// <c>InvalidRow</c> and the errors of the file's format, each with line, field and value; <c>RejectPathTaken</c>; file and store errors.
    /// </exception>
    public static TaskImportSummary FromFile(ProgressStore store, string path, TaskProgressImportOptions options, CancellationToken cancel = default)
    {
        RejectFile.Check(store, path, options.RejectPath);
        using var file = SourceFile.Open(path);
        var source = ImportSource<GivenProgress>.Of(file, "progress records", ProgressFile.Read(file, options), cancel);
        return ImportChange.Run(
            store, EntityNames.TaskProgress, source, options, (change, _) => new TaskProgressImportRun(change, source.Name, options), cancel);
    }
}
