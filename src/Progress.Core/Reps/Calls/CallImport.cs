using System.Text.Json;
using Progress.Import;
using Progress.Json;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Imports call notes: all of a source in one transaction, or nothing.</summary>
public static class CallImport
{
    private const string Unit = "call notes";

    /// <summary>Imports a CSV or JSON file.</summary>
    /// <exception cref="ProgressException">
    /// <c>InvalidRow</c> and the errors of the file's format, each with line, field and value; <c>RepNotFound</c>; store errors.
    /// </exception>
    public static ImportSummary FromFile(ProgressStore store, string path, ImportOptions options, CancellationToken cancel = default)
    {
        RejectFile.Check(store, path, options.RejectPath);
        using var file = SourceFile.Open(path);
        return Run(store, ImportSource<ParsedNote>.Of(file, Unit, Rows(file, options), cancel), options, cancel);
    }

    /// <summary>Imports notes that come one by one.</summary>
    /// <exception cref="ProgressException"><c>InvalidRow</c>; store errors.</exception>
    public static ImportSummary FromNotes(
        ProgressStore store, IEnumerable<SourceNote> notes, ImportOptions options, CancellationToken cancel = default) =>
        Run(store, new ImportSource<ParsedNote>(null, Unit, notes.Select(Row).Chunk(256), () => null, null), options, cancel);

    /// <summary>The rows of a file, read from it where they are asked for.</summary>
    private static IEnumerable<ImportRow<ParsedNote>> Rows(SourceFile file, ImportOptions options)
    {
        foreach (var row in JsonNote.TryRead(file, options) ?? CallNoteCsv.Read(file.Stream, file.Path, options)) yield return row;
    }

    /// <summary>A note of a pipeline; one that is unsound is rejected as the JSON line that would import it.</summary>
    private static ImportRow<ParsedNote> Row(SourceNote note)
    {
        var row = NoteParser.Row(note);
        return row.Problem is null ? row
            : row with { Raw = JsonSerializer.Serialize(new { note.Id, note.Title, note.CreatedAt, note.UpdatedAt, note.WorkspaceMemberId }, OutputJson.Compact) };
    }

    private static ImportSummary Run(ProgressStore store, ImportSource<ParsedNote> source, ImportOptions options, CancellationToken cancel) =>
        ImportChange.Run(store, "call", source, options, (change, audit) => new CallImportRun(change, audit, source.Name, options), cancel);
}
