namespace Progress.Csv;

/// <summary>Cuts CSV text into records and checks their quoting, strictly and in bounded memory.</summary>
internal sealed class CsvRecords(CsvText text) : IDisposable
{
    private const int FirstBuffer = 64 * 1024;
    private const int LeastRoom = 4 * 1024;

    private char[] buffer = new char[FirstBuffer];
    private long offset;
    private int start;
    private int at;
    private int end;
    private int length;
    private long nextLine = 1;
    private bool quoted;
    private bool tooLong;
    private (long Line, int Offset) opening;

    /// <summary>The characters one of which separates fields; while the header is unread, all that may.</summary>
    public string Separators { get; set; } = ",;\t";

    /// <summary>The line on which the current record starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The current record without its line end; cut short where it is too long.</summary>
    public ReadOnlySpan<char> Record => buffer.AsSpan(start, length);

    /// <summary>What is wrong with the current record.</summary>
    public CsvFlaw? Flaw { get; private set; }

    /// <summary>Goes to the next record that is not empty.</summary>
    public bool Next()
    {
        do
        {
            Begin();
            if (!Scan()) return false;
        }
        while (length == 0);
        Judge();
        return true;
    }

    /// <summary>Makes <see cref="Next"/> give the current record again, when <see cref="Separators"/> is known better.</summary>
    public void Rewind() => (at, nextLine) = (start, Line);

    public void Dispose() => text.Dispose();

    private void Begin()
    {
        (start, length, Flaw, quoted, tooLong) = (at, 0, null, false, false);
        Line = nextLine;
    }

    /// <summary>Moves over one record and its line end; false at the end of the text.</summary>
    private bool Scan()
    {
        while (true)
        {
            var found = buffer.AsSpan(at, end - at).IndexOfAny('"', '\r', '\n');
            if (found < 0)
            {
                at = end;
                if (!Fill()) return ScanEnd();
                continue;
            }

            at += found;
            if (buffer[at] == '"')
            {
                ScanQuote();
                continue;
            }

            var recordLength = at - start;
            SkipLineEnd();
            if (quoted) continue;
            length = recordLength;
            return true;
        }
    }

    private bool ScanEnd()
    {
        length = at - start;
        return length > 0;
    }

    private void ScanQuote()
    {
        if (!quoted)
        {
            quoted = at == start || Separators.Contains(buffer[at - 1]);
            if (quoted) opening = (nextLine, at - start);
            else Flaw ??= CsvFlaw.QuoteInside(nextLine, at - start);
            at++;
            return;
        }

        var next = Peek();
        if (next == '"')
        {
            at += 2;
            return;
        }

        at++;
        quoted = false;
        if (next is not (null or '\r' or '\n') && !Separators.Contains(next.Value))
            Flaw ??= CsvFlaw.TextAfterQuote(nextLine, at - start);
    }

    private void SkipLineEnd()
    {
        var width = buffer[at] == '\r' && Peek() == '\n' ? 2 : 1;
        at += width;
        nextLine++;
    }

    private char? Peek() => at + 1 < end || Fill() ? buffer[at + 1] : null;

    /// <summary>Reads on, keeping the current record as far as it may be kept; false at the end.</summary>
    private bool Fill()
    {
        if (at - start > CsvRows.MaxRowLength)
        {
            // One character stays, because a quote is judged by the character before it.
            tooLong = true;
            start = at - 1;
            FirstInvalid();
        }

        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (offset, start, at, end) = (offset + start, 0, at - start, end - start);
        if (buffer.Length - end < LeastRoom) Array.Resize(ref buffer, buffer.Length * 2);
        var read = text.Read(buffer.AsSpan(end));
        end += read;
        return read > 0;
    }

    /// <summary>Decides which flaw to name: the one that explains the others.</summary>
    private void Judge()
    {
        var invalid = FirstInvalid();
        if (quoted) Flaw = CsvFlaw.Unterminated(opening.Line, tooLong ? -1 : opening.Offset);
        else if (tooLong || length > CsvRows.MaxRowLength) Flaw = CsvFlaw.TooLong(Line);
        else if (invalid >= 0) Flaw = CsvFlaw.InvalidCharacter(text.IsUtf16, Line + LineEnds(Record[..invalid]), invalid);
    }

    /// <summary>Forgets the undecodable characters passed so far; gives the offset of the first, or -1.</summary>
    private int FirstInvalid()
    {
        var first = -1L;
        while (text.Invalid.TryPeek(out var position) && position < offset + at)
        {
            if (first < 0) first = position - offset - start;
            text.Invalid.Dequeue();
        }

        return (int)Math.Max(first, -1);
    }

    private static int LineEnds(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");
}
