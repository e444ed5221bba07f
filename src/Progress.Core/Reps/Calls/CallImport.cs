using System.Text.Json;
using Progress.Files;
using Progress.Json;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Imports call notes: all of a source in one transaction, or nothing.</summary>
public static class CallImport
{
    /// <summary>Imports a CSV or JSON file.</summary>
    /// <exception cref="ProgressException">
    /// <c>InvalidRow</c> and the errors of the file's format, each with line, field and value; <c>RepNotFound</c>; store errors.
    /// </exception>
    public static ImportSummary FromFile(ProgressStore store, string path, ImportOptions options, CancellationToken cancel = default)
    {
        KeepInputs(store, path, options.RejectPath);
        using var file = CallNoteFile.Open(path, options);
        return Run(store, file.Path, () => file.Sha256, file.Batches(cancel), () => file.Position, options, cancel);
    }

    /// <summary>Imports notes that come one by one.</summary>
    /// <exception cref="ProgressException"><c>InvalidRow</c>; store errors.</exception>
    public static ImportSummary FromNotes(
        ProgressStore store, IEnumerable<SourceNote> notes, ImportOptions options, CancellationToken cancel = default) =>
        Run(store, null, () => null, notes.Select(Row).Chunk(256), null, options, cancel);

    /// <summary>A note of a pipeline; one that is unsound is rejected as the JSON line that would import it.</summary>
    private static NoteRow Row(SourceNote note)
    {
        var row = NoteRow.Of(note);
        return row.Problem is null ? row
            : row with { Raw = JsonSerializer.Serialize(new { note.Id, note.Title, note.CreatedAt, note.UpdatedAt, note.WorkspaceMemberId }, OutputJson.Compact) };
    }

    private static void KeepInputs(ProgressStore store, string path, string? rejectPath)
    {
        if (rejectPath is null) return;
        var target = OutputTarget.Resolve(rejectPath);
        if (SamePath.Is(target, OutputTarget.Resolve(path)) || SamePath.Is(target, OutputTarget.Resolve(store.Location.Path)))
            throw new ProgressException(
                "RejectPathTaken", ErrorKind.Usage, $"'{rejectPath}' is the file to import or the store; rejected rows would replace it. Name another file.", rejectPath);
    }

    private static ImportSummary Run(
        ProgressStore store, string? source, Func<string?> hash, IEnumerable<NoteRow[]> batches,
        Func<(long Done, long? Total)>? position, ImportOptions options, CancellationToken cancel) =>
        store.Change(
            change =>
            {
                var audit = change.Audit("call", source, null, null);
                using var run = new CallImportRun(change, audit, source, options);
                foreach (var batch in batches)
                {
                    cancel.ThrowIfCancellationRequested();
                    foreach (var row in batch) run.Take(row);
                    if (options.Report is { } report) Tell(report, source, run, position);
                }

                var (summary, kept) = run.Complete(cancel);
                if (run.ChangedNothing) change.TakeBack();
                else change.CompleteAudit(audit, new { File = source, Sha256 = hash(), KeptXp = kept, Summary = summary });
                return summary;
            },
            options.WhatIf,
            cancel);

    private static void Tell(Action<ProgressReport> report, string? source, CallImportRun run, Func<(long Done, long? Total)>? position)
    {
        var activity = $"Importing {(source is null ? "call notes" : Path.GetFileName(source))}";
        if (position?.Invoke() is var (done, total)) report(new ProgressReport(FormattableString.Invariant($"{activity}: {run.Read:N0} notes"), done, total, "bytes"));
        else report(new ProgressReport(activity, run.Read, null, "notes"));
    }
}
