using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Progress.Files;

namespace Progress.Csv;

/// <summary>Reads one CSV file (RFC 4180, header row first) row by row, strictly and in bounded memory.</summary>
/// <remarks>
/// The encoding is that of the BOM (UTF-8, UTF-16), else UTF-8; the separator is the comma, semicolon or tab that the
/// header uses; an empty line is skipped. A faulty row does not stop the reader: the caller decides whether to refuse the
/// file (<see cref="Read()"/>) or to note the fault and read on (<see cref="Read(out CsvFault?)"/>). Only after
/// <c>UnterminatedQuote</c> nothing is left to read.
/// </remarks>
public sealed class CsvRows : IDisposable
{
    /// <summary>The longest row that is read, in characters; a longer one is the fault <c>LineTooLong</c>.</summary>
    public const int MaxRowLength = 1024 * 1024;

    private readonly CsvText text;
    private readonly CsvRecords records;
    private readonly CsvRecordFeed feed;
    private readonly CsvParser parser;
    private readonly CsvHeader header;
    private readonly bool neutralised;

    private CsvRows(Stream stream, string name, CsvFormat format)
    {
        (Name, Format) = (name, format);
        neutralised = format.Dialect == CsvDialect.Excel;
        text = new CsvText(stream, name);
        records = new CsvRecords(text);
        feed = new CsvRecordFeed(records);
        parser = new CsvParser(feed, Settings(ReadHeader()));
        Parse();
        header = new CsvHeader(name, Enumerable.Range(0, parser.Count).Select(i => this[i]).ToArray());
    }

    /// <summary>Name of the file, for messages.</summary>
    public string Name { get; }

    /// <summary>The format the file is read in; numbers in it are written as <see cref="CsvFormat.Numbers"/> says.</summary>
    public CsvFormat Format { get; }

    /// <summary>The names in the header row.</summary>
    public IReadOnlyList<string> Headers => header.Names;

    /// <summary>The header row as it stands in the file, without its line end.</summary>
    public string RawHeader { get; private set; } = "";

    /// <summary>The current row as it stands in the file, without its line end.</summary>
    public string Raw => records.Record.ToString();

    /// <summary>Physical line on which the current row starts, from 1.</summary>
    public long Line => records.Line;

    /// <summary>The text of a field of the current row; under the Excel dialect without its neutralising <c>'</c>.</summary>
    /// <param name="column">Position from 0, below the number of headers. The row must be free of faults.</param>
    public string this[int column]
    {
        get
        {
            var field = parser[column];
            return neutralised ? CsvNeutral.Strip(field) : field;
        }
    }

    /// <summary>Opens a file and reads its header row.</summary>
    /// <exception cref="ProgressException"><c>FileNotFound</c>, <c>NotAFile</c>, <c>FileUnreadable</c>, <c>EmptyFile</c>,
    /// <c>DuplicateColumn</c>, or a fault in the header row (see <see cref="CsvFault.Id"/>).</exception>
    public static CsvRows Open(string path, CsvFormat format) => Open(InputFile.Open(path), Path.GetFileName(path), format);

    /// <summary>Reads the header row of a stream, which is closed with the reader.</summary>
    /// <exception cref="ProgressException">As for a file.</exception>
    public static CsvRows Open(Stream stream, string name, CsvFormat format)
    {
        try
        {
            return new CsvRows(stream, name, format);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Position of the first of the names that the header has, whatever their case, spaces, underscores and hyphens; else -1.</summary>
    public int Column(params ReadOnlySpan<string> names) => header.Find(names);

    /// <summary>As <see cref="Column"/>, for a column that must be there.</summary>
    /// <exception cref="ProgressException"><c>MissingColumn</c>.</exception>
    public int Require(params ReadOnlySpan<string> names)
    {
        var column = Column(names);
        return column >= 0 ? column : throw header.Missing(names);
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="ProgressException">The row has a fault; the next call goes on behind it.</exception>
    public bool Read() => Read(out var fault) && (fault is null ? true : throw fault.ToException());

    /// <summary>Goes to the next row; false at the end. With a fault, only <see cref="Raw"/> and <see cref="Line"/> are of use.</summary>
    public bool Read(out CsvFault? fault)
    {
        fault = null;
        if (!records.Next()) return false;
        if (records.Flaw is { } flaw)
        {
            fault = Fault(flaw);
            return true;
        }

        Parse();
        if (parser.Count != Headers.Count)
        {
            var reason = $"the row has {parser.Count} fields, the header has {Headers.Count}.";
            fault = new CsvFault("WrongFieldCount", Name, Line, null, null, reason, Raw);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        parser.Dispose();
        records.Dispose();
    }

    private char ReadHeader()
    {
        if (!records.Next())
            throw new ProgressException("EmptyFile", ErrorKind.InvalidData, $"{Name} is empty. The first line must name the columns.", Name);
        RefuseFlaw();
        var separator = CsvSeparator.Detect(records.Record, Format.Separator);
        records.Separators = separator.ToString();
        records.Rewind();
        records.Next();
        RefuseFlaw();
        RawHeader = Raw;
        return separator;
    }

    private void RefuseFlaw()
    {
        if (records.Flaw is { } flaw) throw Fault(flaw).ToException();
    }

    private void Parse()
    {
        feed.Rewind();
        parser.Read();
    }

    private CsvFault Fault(CsvFlaw flaw)
    {
        int? field = flaw.Offset < 0 ? null : CsvSeparator.Count(records.Record[..flaw.Offset], records.Separators[0]) + 1;
        var column = field <= header?.Names.Count ? Headers[field.Value - 1] : null;
        return new CsvFault(flaw.Id, Name, flaw.Line, field, column, flaw.Reason, flaw.Offset < 0 ? null : Raw);
    }

    private static CsvConfiguration Settings(char separator) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = separator.ToString(),
        Mode = CsvMode.RFC4180,
        IgnoreBlankLines = false,
        BufferSize = 16 * 1024,
    };
}
