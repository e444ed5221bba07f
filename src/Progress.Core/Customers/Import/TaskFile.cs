using System.Text.Json;
using Progress.Csv;
using Progress.Import;

namespace Progress.Customers;

/// <summary>A field of a file: the names that it may have, whatever their case, spaces, underscores and hyphens.</summary>
internal sealed record FileField(bool IsRequired, params string[] Names);

/// <summary>Reads the rows of a CSV or JSON file as the texts of its fields.</summary>
/// <param name="kind">What its items are.</param>
/// <param name="fields">The fields.</param>
/// <param name="read">Makes an item of the line and the texts of its fields; null for a field that is not there.</param>
internal sealed class TaskFile<T>(JsonItemKind kind, IReadOnlyList<FileField> fields, Func<long, string?[], ImportRow<T>> read)
    where T : class
{
    public IEnumerable<ImportRow<T>> Read(SourceFile file, FileImportOptions options)
    {
        var keepRaw = options is { SkipInvalid: true, RejectPath: not null };
        var json = new JsonFields(fields);
        var rows = JsonItems<T>.TryOpen(file.Stream, file.Path, options, kind, Item, keepRaw)?.Read()
            ?? CsvItems.Read(file.Stream, file.Path, options, Columns, keepRaw);
        foreach (var row in rows) yield return row;

        ImportRow<T> Item(JsonElement item, long line) =>
            json.TryRead(item, line, out var texts, out var problem) ? read(line, texts) : ImportRow<T>.Unsound(problem);
    }

    private Func<ImportRow<T>> Columns(CsvRows rows)
    {
        var columns = fields.Select(f => f.IsRequired ? rows.Require(f.Names) : rows.Column(f.Names)).ToArray();
        return () => read(rows.Line, [.. columns.Select(c => c < 0 ? null : rows[c])]);
    }
}
