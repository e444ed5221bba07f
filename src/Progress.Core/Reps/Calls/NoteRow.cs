namespace Progress.Reps;

/// <summary>One row read: a sound note, or why it is none, with the row as it stood in the file; without both, the file's header.</summary>
internal readonly record struct NoteRow(ParsedNote? Note, ImportProblem? Problem, string? Raw)
{
    public bool IsHeader => Note is null && Problem is null;

    public static NoteRow Header(string raw) => new(null, null, raw);

    public static NoteRow Of(SourceNote note) =>
        NoteParser.TryParse(note, out var parsed, out var problem) ? new NoteRow(parsed, null, null) : new NoteRow(null, problem, null);
}
