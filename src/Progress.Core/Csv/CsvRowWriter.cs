using System.Buffers;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Progress.Csv;

/// <summary>Writes CSV row by row, for rows that come one at a time; the header is written at once.</summary>
public sealed class CsvRowWriter : IDisposable
{
    /// <summary>All separators are quoted in the header, so that a reader recognises the one that separates.</summary>
    private static readonly SearchValues<char> QuotedInHeader = SearchValues.Create("\"\r\n,;\t");

    private readonly CsvWriter csv;
    private readonly CsvFormat format;
    private readonly int columns;
    private readonly SearchValues<char> quoted;

    /// <summary>Begins with the header.</summary>
    public CsvRowWriter(TextWriter writer, IReadOnlyList<string> headers, CsvFormat format)
    {
        (this.format, columns) = (format, headers.Count);
        quoted = SearchValues.Create($"\"\r\n{format.Separator}");
        csv = new CsvWriter(writer, Settings(format), leaveOpen: true);
        foreach (var header in headers) WriteField(CsvValue.Text(header, format), QuotedInHeader);
        csv.NextRecord();
    }

    /// <summary>Writes a row with as many values as there are headers.</summary>
    public void Write(IReadOnlyList<object?> row)
    {
        foreach (var value in row) WriteField(CsvValue.Cell(value, format), quoted);
        csv.NextRecord();
    }

    /// <summary>Hands everything written so far to the text writer.</summary>
    public void Flush() => csv.Flush();

    /// <inheritdoc/>
    public void Dispose() => csv.Dispose();

    private void WriteField(string text, SearchValues<char> quotedHere)
    {
        // The only field of a row must not leave an empty line, which a reader skips.
        var quote = text.Length == 0
            ? columns == 1
            : text.AsSpan().ContainsAny(quotedHere) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
        csv.WriteField(text, quote);
    }

    private static CsvConfiguration Settings(CsvFormat format) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = format.Separator.ToString(),
        NewLine = format.NewLine,
    };
}
