using Progress.Csv;

namespace Progress.Import;

/// <summary>Reads the rows of a CSV file; those that cannot be used refuse it, or are rows with a problem.</summary>
internal static class CsvItems
{
    /// <param name="stream">The file.</param>
    /// <param name="path">Its path, for errors.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="reader">Finds the columns, and returns what reads the row that the rows are at.</param>
    /// <param name="keepRaw">Whether a row that is sound here may still be rejected, so that its text is kept.</param>
    public static IEnumerable<ImportRow<T>> Read<T>(
        Stream stream, string path, FileImportOptions options, Func<CsvRows, Func<ImportRow<T>>> reader, bool keepRaw = false)
        where T : class
    {
        using var rows = CsvRows.Open(stream, path, options.Format);
        var read = reader(rows);
        if (options.RejectPath is not null) yield return ImportRow<T>.Header(rows.RawHeader);
        while (rows.Read(out var fault))
        {
            if (fault is not null)
            {
                if (!options.SkipInvalid) throw fault.ToException();
                yield return ImportRow<T>.Unsound(new ImportProblem(fault.Line, fault.Column ?? "row", "", fault.Reason), fault.Raw);
                continue;
            }

            var row = read();
            yield return keepRaw || (row.Problem is not null && options.SkipInvalid) ? row with { Raw = rows.Raw } : row;
        }
    }
}
