namespace Progress.Csv;

/// <summary>Finds which character separates the fields of a header row.</summary>
internal static class CsvSeparator
{
    /// <summary>The one of comma, semicolon and tab that is most frequent outside quotes; among equals the preferred one.</summary>
    public static char Detect(ReadOnlySpan<char> header, char preferred)
    {
        var best = preferred;
        var most = Count(header, preferred);
        foreach (var candidate in ",;\t")
        {
            var count = Count(header, candidate);
            if (count > most) (best, most) = (candidate, count);
        }

        return best;
    }

    /// <summary>How many separators stand outside quotes.</summary>
    public static int Count(ReadOnlySpan<char> text, char separator)
    {
        var count = 0;
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (c == separator && !quoted) count++;
        }

        return count;
    }
}
