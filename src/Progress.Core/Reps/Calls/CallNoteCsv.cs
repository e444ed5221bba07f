using Progress.Csv;
using Progress.Import;

namespace Progress.Reps;

/// <summary>Reads call notes from CSV.</summary>
internal sealed class CallNoteCsv(CsvRows rows)
{
    private readonly int id = rows.Column("id");
    private readonly int title = rows.Require("title");
    private readonly int createdAt = rows.Require("createdAt");
    private readonly int updatedAt = rows.Column("updatedAt");
    private readonly int deletedAt = rows.Column("deletedAt");
    private readonly int member = rows.Column("workspaceMemberId", "createdBy.workspaceMemberId");
    private readonly int createdBy = rows.Column("createdBy");

    public static IEnumerable<ImportRow<ParsedNote>> Read(Stream stream, string path, ImportOptions options) =>
        CsvItems.Read<ParsedNote>(stream, path, options, rows => new CallNoteCsv(rows).Row);

    private ImportRow<ParsedNote> Row() => NoteParser.Row(new SourceNote(
        rows.Line, Text(id), string.IsNullOrEmpty(Text(deletedAt)) ? rows[title] : null, rows[createdAt], Text(updatedAt),
        Text(member) is { Length: > 0 } named ? named : JsonNote.MemberOf(Text(createdBy))));

    private string? Text(int column) => column < 0 ? null : rows[column];
}
