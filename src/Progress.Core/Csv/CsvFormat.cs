using System.Globalization;
using System.Text;

namespace Progress.Csv;

/// <summary>How CSV is written and read.</summary>
/// <param name="Dialect">Whom the file is for.</param>
/// <param name="Culture">Whose separator and decimal sign the Excel dialect uses.</param>
/// <remarks>
/// Both dialects write dates as <c>yyyy-MM-dd</c>, times as UTC ISO 8601 with <c>Z</c>, Booleans as <c>true</c> and
/// <c>false</c>, and null as an empty field. Numbers never have grouping, and their minus is always the ASCII hyphen,
/// because spreadsheets take the sign that some cultures define for text.
/// </remarks>
public sealed record CsvFormat(CsvDialect Dialect, CultureInfo Culture)
{
    private const string Separators = ",;\t";

    /// <summary>For programs; the default everywhere.</summary>
    public static CsvFormat Machine { get; } = new(CsvDialect.Machine, CultureInfo.InvariantCulture);

    /// <summary>For spreadsheets of a culture, by default the current one.</summary>
    public static CsvFormat Excel(CultureInfo? culture = null) => new(CsvDialect.Excel, culture ?? CultureInfo.CurrentCulture);

    /// <summary>The format of a dialect; the culture matters to Excel's alone.</summary>
    public static CsvFormat Of(CsvDialect dialect, CultureInfo? culture = null) => dialect == CsvDialect.Excel ? Excel(culture) : Machine;

    /// <summary>The field separator that is written; reading recognises all three.</summary>
    public char Separator { get; } = Dialect == CsvDialect.Machine ? ',' : ListSeparator(Culture);

    /// <summary>The number format that is written, and in which numbers are to be parsed.</summary>
    public NumberFormatInfo Numbers { get; } = NumbersOf(Dialect, Culture);

    /// <summary>What ends a written row.</summary>
    public string NewLine => Dialect == CsvDialect.Machine ? "\n" : "\r\n";

    /// <summary>The encoding of a written file.</summary>
    public Encoding Encoding => new UTF8Encoding(encoderShouldEmitUTF8Identifier: Dialect == CsvDialect.Excel);

    private static char ListSeparator(CultureInfo culture)
    {
        var separator = culture.TextInfo.ListSeparator;
        var usable = separator.Length == 1 && Separators.Contains(separator[0])
            && separator != culture.NumberFormat.NumberDecimalSeparator;
        return usable ? separator[0] : ';';
    }

    private static NumberFormatInfo NumbersOf(CsvDialect dialect, CultureInfo culture)
    {
        if (dialect == CsvDialect.Machine) return NumberFormatInfo.InvariantInfo;
        var numbers = (NumberFormatInfo)culture.NumberFormat.Clone();
        numbers.NegativeSign = "-";
        return NumberFormatInfo.ReadOnly(numbers);
    }
}
