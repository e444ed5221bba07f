using System.Buffers;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Progress.Csv;

/// <summary>Writes CSV (RFC 4180) that <see cref="CsvRows"/> reads back to the same values.</summary>
public static class CsvExport
{
    /// <summary>All separators are quoted in the header, so that a reader recognises the one that separates.</summary>
    private static readonly SearchValues<char> QuotedInHeader = SearchValues.Create("\"\r\n,;\t");

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
        using var csv = new CsvWriter(writer, Settings(format), leaveOpen: true);
        foreach (var header in headers) WriteField(csv, CsvValue.Text(header, format), headers.Count, QuotedInHeader);
        csv.NextRecord();
        var quoted = SearchValues.Create($"\"\r\n{format.Separator}");
        foreach (var row in rows)
        {
            foreach (var value in row) WriteField(csv, CsvValue.Cell(value, format), headers.Count, quoted);
            csv.NextRecord();
        }
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

    private static void WriteField(CsvWriter csv, string text, int columns, SearchValues<char> quoted)
    {
        // The only field of a row must not leave an empty line, which a reader skips.
        var quote = text.Length == 0
            ? columns == 1
            : text.AsSpan().ContainsAny(quoted) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
        csv.WriteField(text, quote);
    }

    private static CsvConfiguration Settings(CsvFormat format) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = format.Separator.ToString(),
        NewLine = format.NewLine,
    };
}
