namespace Progress.Csv;

/// <summary>What makes a record unusable, and at which offset in it.</summary>
internal readonly record struct CsvFlaw(string Id, long Line, int Offset, string Reason)
{
    public static CsvFlaw QuoteInside(long line, int offset) => new(
        "BrokenQuoting", line, offset, "a quote stands inside an unquoted field. Quote the field and double the quote.");

    public static CsvFlaw TextAfterQuote(long line, int offset) => new(
        "BrokenQuoting", line, offset, "text follows the closing quote. Double each quote that belongs to the text.");

    public static CsvFlaw Unterminated(long line, int offset) => new(
        "UnterminatedQuote", line, offset, "the quote that opens here is never closed; the rest of the file cannot be read.");

    public static CsvFlaw TooLong(long line) => new(
        "LineTooLong", line, -1, $"the row is longer than {CsvRows.MaxRowLength} characters.");

    public static CsvFlaw InvalidCharacter(bool utf16, long line, int offset) => utf16
        ? new("InvalidUtf16", line, offset, "half a character: this is not valid UTF-16. Save the file as UTF-8.")
        : new("InvalidUtf8", line, offset, "a byte that is not valid UTF-8. Save the file as UTF-8, or as UTF-16 with BOM.");
}
