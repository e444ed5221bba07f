namespace Progress.Csv;

/// <summary>Keeps text from running as a formula in a spreadsheet, and takes the mark off again.</summary>
internal static class CsvNeutral
{
    private const char Mark = '\'';
    private const string Dangerous = "=+-@\t\r＝＋－＠";

    /// <summary>Puts a <c>'</c> before text that a spreadsheet would run, and before text that begins with one itself.</summary>
    public static string Apply(string text) => text.Length > 0 && NeedsMark(text) ? Mark + text : text;

    /// <summary>Takes exactly one leading <c>'</c> off.</summary>
    public static string Strip(string text) => text.StartsWith(Mark) ? text[1..] : text;

    private static bool NeedsMark(string text)
    {
        if (text[0] == Mark || Dangerous.Contains(text[0])) return true;
        // Control characters count as white space here: some spreadsheets drop them while loading.
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) return Dangerous.Contains(c);
        }

        return false;
    }
}
