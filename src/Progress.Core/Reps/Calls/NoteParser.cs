using Progress.Import;

namespace Progress.Reps;

/// <summary>Reads the fields of notes: spec, "Calls".</summary>
internal static class NoteParser
{
    private const string NotATime = $"not a time; allowed: {IsoTime.Allowed}, such as 2026-09-30T14:05:00Z";

    public static ImportRow<ParsedNote> Row(SourceNote note) =>
        TryParse(note, out var parsed, out var problem) ? ImportRow<ParsedNote>.Sound(parsed!) : ImportRow<ParsedNote>.Unsound(problem!);

    private static bool TryParse(SourceNote note, out ParsedNote? parsed, out ImportProblem? problem)
    {
        parsed = null;
        problem = null;
        if (!TryId(note.Id, out var id)) return Fail(note, "id", note.Id, "not a UUID", out problem);
        if (!TryId(note.WorkspaceMemberId, out var member))
            return Fail(note, "workspaceMemberId", note.WorkspaceMemberId, "not a UUID", out problem);
        if (!IsoTime.TryParse(note.CreatedAt, out var at)) return Fail(note, "createdAt", note.CreatedAt, NotATime, out problem);
        DateTime? updated = null;
        if (!string.IsNullOrWhiteSpace(note.UpdatedAt))
        {
            if (!IsoTime.TryParse(note.UpdatedAt, out var time)) return Fail(note, "updatedAt", note.UpdatedAt, NotATime, out problem);
            updated = time.ToUtc(TimeZoneInfo.Utc);
        }

        var title = note.Title ?? "";
        parsed = new ParsedNote(note.Line, id, title, at, updated, member, CallTitle.Parse(title));
        return true;
    }

    private static bool TryId(string? text, out Guid? id)
    {
        id = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!Guid.TryParseExact(text.AsSpan().Trim(), "D", out var value)) return false;
        id = value;
        return true;
    }

    private static bool Fail(SourceNote note, string field, string? value, string reason, out ImportProblem problem)
    {
        problem = new ImportProblem(note.Line, field, value ?? "", reason);
        return false;
    }
}
