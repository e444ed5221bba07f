using Progress.Csv;
using Progress.Files;

namespace Progress.Commands;

/// <summary>Where rows go: into a file that takes its place when it is complete, or back as lines.</summary>
internal sealed class RowOutput : IDisposable
{
    private readonly CsvFormat format;
    private readonly OutputFile? file;
    private readonly TextWriter writer;
    private CsvRowWriter? rows;

    public RowOutput(CsvFormat format) => (this.format, writer) = (format, new StringWriter());

    public RowOutput(CsvFormat format, string path)
    {
        this.format = format;
        file = OutputFile.Create(path);
        writer = new StreamWriter(file, format.Encoding, bufferSize: 1 << 16, leaveOpen: true);
    }

    /// <summary>Writes the header, and answers with it where there is no file.</summary>
    public string? Begin(IReadOnlyList<string> headers)
    {
        rows = new CsvRowWriter(writer, headers, format);
        return Taken();
    }

    /// <summary>Writes a row, and answers with its line where there is no file.</summary>
    public string? Write(object?[] row)
    {
        rows!.Write(row);
        return Taken();
    }

    public void Complete()
    {
        rows?.Flush();
        writer.Flush();
        file?.Commit();
    }

    public void Dispose()
    {
        // Not the writers: after a fault they would try to write what is left.
        file?.Dispose();
    }

    private string? Taken()
    {
        if (writer is not StringWriter lines) return null;
        rows!.Flush();
        var text = lines.GetStringBuilder();
        var line = text.ToString(0, text.Length - format.NewLine.Length);
        text.Clear();
        return line;
    }
}
