using Progress.Csv;

namespace Progress.Reps;

/// <summary>Reads call notes from CSV.</summary>
internal static class CallNoteCsv
{
    public static IEnumerable<NoteRow> Read(Stream stream, string path, ImportOptions options)
    {
        using var rows = CsvRows.Open(stream, path, options.Format);
        var columns = new Columns(rows);
        if (options.RejectPath is not null) yield return NoteRow.Header(rows.RawHeader);
        while (rows.Read(out var fault))
        {
            if (fault is null) yield return Row(rows, columns, options);
            else if (!options.SkipInvalid) throw fault.ToException();
            else yield return new NoteRow(null, new ImportProblem(fault.Line, fault.Column ?? "row", "", fault.Reason), fault.Raw);
        }
    }

    private static NoteRow Row(CsvRows rows, Columns columns, ImportOptions options)
    {
        var note = new SourceNote(
            rows.Line, Text(rows, columns.Id), string.IsNullOrEmpty(Text(rows, columns.DeletedAt)) ? rows[columns.Title] : null,
            rows[columns.CreatedAt], Text(rows, columns.UpdatedAt),
            Text(rows, columns.Member) is { Length: > 0 } member ? member : JsonNote.MemberOf(Text(rows, columns.CreatedBy)));
        var row = NoteRow.Of(note);
        return row.Problem is not null && options.SkipInvalid ? row with { Raw = rows.Raw } : row;
    }

    private static string? Text(CsvRows rows, int column) => column < 0 ? null : rows[column];

    private sealed class Columns(CsvRows rows)
    {
        public int Id { get; } = rows.Column("id");
        public int Title { get; } = rows.Require("title");
        public int CreatedAt { get; } = rows.Require("createdAt");
        public int UpdatedAt { get; } = rows.Column("updatedAt");
        public int DeletedAt { get; } = rows.Column("deletedAt");
        public int Member { get; } = rows.Column("workspaceMemberId", "createdBy.workspaceMemberId");
        public int CreatedBy { get; } = rows.Column("createdBy");
    }
}
