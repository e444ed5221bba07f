namespace Progress.Csv;

/// <summary>
/// Gives the parser exactly one record and one line feed for each step, so that a bad record can be left out and the
/// next one is sound again.
/// </summary>
internal sealed class CsvRecordFeed(CsvRecords records) : TextReader
{
    private int given;

    /// <summary>Begins to give the current record.</summary>
    public void Rewind() => given = 0;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var rest = records.Record[Math.Min(given, records.Record.Length)..];
        if (rest.Length > count) rest = rest[..count];
        rest.CopyTo(buffer.AsSpan(index));
        given += rest.Length;
        if (rest.Length == count || given > records.Record.Length) return rest.Length;
        buffer[index + rest.Length] = '\n';
        given++;
        return rest.Length + 1;
    }
}
