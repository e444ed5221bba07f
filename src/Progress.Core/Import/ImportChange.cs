using Progress.Store;

namespace Progress.Import;

/// <summary>What an import reads from.</summary>
/// <param name="Name">Full path of the file; null of a pipeline.</param>
/// <param name="Unit">What its rows are, for people, e.g. <c>call notes</c>.</param>
/// <param name="Rows">Its rows, in batches.</param>
/// <param name="Sha256">SHA-256 of what was read.</param>
/// <param name="Position">How many bytes are read, of how many.</param>
internal sealed record ImportSource<T>(
    string? Name, string Unit, IEnumerable<ImportRow<T>[]> Rows, Func<string?> Sha256, Func<(long Done, long? Total)>? Position)
    where T : class
{
    /// <summary>A file, whose rows are read ahead.</summary>
    public static ImportSource<T> Of(SourceFile file, string unit, IEnumerable<ImportRow<T>> rows, CancellationToken cancel) =>
        new(file.Path, unit, file.Batches(rows, cancel), () => file.Sha256, () => file.Position);
}

/// <summary>An import under way.</summary>
internal interface IImportRun<T, TSummary> : IDisposable
    where T : class
{
    /// <summary>Rows read.</summary>
    long Read { get; }

    void Take(ImportRow<T> row);

    /// <summary>Ends the import.</summary>
    ImportOutcome<TSummary> Complete(CancellationToken cancel);
}

/// <summary>What became of an import.</summary>
/// <param name="Summary">For people.</param>
/// <param name="ChangedNothing">Whether there is nothing to write.</param>
/// <param name="Account">For the audit, of the hash of what was read.</param>
internal sealed record ImportOutcome<TSummary>(TSummary Summary, bool ChangedNothing, Func<string?, object> Account);

/// <summary>The one way to import: all of a source in one transaction with one audit row, or nothing.</summary>
internal static class ImportChange
{
    public static TSummary Run<T, TSummary>(
        ProgressStore store, string entity, ImportSource<T> source, FileImportOptions options,
        Func<StoreChange, long, IImportRun<T, TSummary>> begin, CancellationToken cancel)
        where T : class =>
        store.Change(
            change =>
            {
                var audit = change.Audit(entity, source.Name, null, null);
                using var run = begin(change, audit);
                foreach (var batch in source.Rows)
                {
                    cancel.ThrowIfCancellationRequested();
                    foreach (var row in batch) run.Take(row);
                    if (options.Report is { } report) Tell(report, source, run.Read);
                }

                var outcome = run.Complete(cancel);
                if (outcome.ChangedNothing) change.TakeBack();
                else change.CompleteAudit(audit, outcome.Account(source.Sha256()));
                return outcome.Summary;
            },
            options.WhatIf,
            cancel);

    private static void Tell<T>(Action<ProgressReport> report, ImportSource<T> source, long read)
        where T : class
    {
        var unit = source.Unit.Split(' ')[^1];
        var activity = $"Importing {(source.Name is null ? source.Unit : Path.GetFileName(source.Name))}";
        if (source.Position?.Invoke() is var (done, total)) report(new ProgressReport(FormattableString.Invariant($"{activity}: {read:N0} {unit}"), done, total, "bytes"));
        else report(new ProgressReport(activity, read, null, unit));
    }
}
