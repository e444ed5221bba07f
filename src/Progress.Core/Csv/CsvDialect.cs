namespace Progress.Csv;

/// <summary>Whom a CSV file is for.</summary>
public enum CsvDialect
{
    /// <summary>Programs: UTF-8 without BOM, comma, <c>\n</c>, invariant numbers, text as it is.</summary>
    Machine,

    /// <summary>Spreadsheets: UTF-8 with BOM, the culture's separator and decimal sign, <c>\r\n</c>, text that would run as a formula neutralised.</summary>
    Excel,
}
