using Progress.Files;

namespace Progress.Csv;

/// <summary>Writes CSV (RFC 4180) that <see cref="CsvRows"/> reads back to the same values.</summary>
public static class CsvExport
{
    /// <summary>Writes objects, one row each, with the columns of <see cref="CsvColumns.Of"/>.</summary>
    public static void Write<T>(TextWriter writer, IEnumerable<T> items, CsvFormat format)
    {
        var columns = CsvColumns.Of(typeof(T));
        Write(writer, columns.Select(c => c.Name).ToArray(), items.Select(item => Row(item!, columns)), format);
    }

    /// <summary>Writes rows of values, each with as many as there are headers.</summary>
    public static void Write(
        TextWriter writer, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows, CsvFormat format)
    {
        using var csv = new CsvRowWriter(writer, headers, format);
        foreach (var row in rows) csv.Write(row);
    }

    /// <summary>Writes objects to a file, in the encoding of the format.</summary>
    /// <exception cref="ProgressException"><c>OutputFailed</c>.</exception>
    public static void WriteFile<T>(string path, IEnumerable<T> items, CsvFormat format) =>
        OutputFile.Write(path, format.Encoding, writer => Write(writer, items, format));

    /// <summary>Writes rows to a file, in the encoding of the format.</summary>
    /// <exception cref="ProgressException"><c>OutputFailed</c>.</exception>
    public static void WriteFile(
        string path, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows, CsvFormat format) =>
        OutputFile.Write(path, format.Encoding, writer => Write(writer, headers, rows, format));

    private static object?[] Row(object item, IReadOnlyList<CsvColumn> columns)
    {
        var row = new object?[columns.Count];
        for (var i = 0; i < row.Length; i++) row[i] = columns[i].Value(item);
        return row;
    }
}
