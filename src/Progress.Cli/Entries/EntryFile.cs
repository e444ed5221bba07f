using Progress.Csv;

namespace Progress.Cli;

/// <summary>A CSV file of things to be entered, or standard input.</summary>
internal static class EntryFile
{
    /// <summary>The name that means standard input.</summary>
    public const string StandardInput = "-";

    /// <exception cref="ProgressException">The file or its header cannot be read.</exception>
    public static CsvRows Open(string path, CsvFormat format) =>
        path == StandardInput ? CsvRows.Open(Terminal.In, "standard input", format) : CsvRows.Open(path, format);

    /// <summary>The text of a field without white space around it; null where the column is not there or the field is empty.</summary>
    public static string? Text(this CsvRows rows, int column) =>
        column < 0 || string.IsNullOrWhiteSpace(rows[column]) ? null : rows[column].Trim();
}
