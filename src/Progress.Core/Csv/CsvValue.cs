using System.Collections;
using System.Globalization;

namespace Progress.Csv;

/// <summary>Writes a value as the text of a field.</summary>
internal static class CsvValue
{
    private const char ListSeparator = ';';

    /// <summary>The text of a cell; under the Excel dialect with what is text neutralised.</summary>
    public static string Cell(object? value, CsvFormat format) =>
        Typed(value, format) ?? Text(string.Join(ListSeparator, Items(value, format)), format);

    /// <summary>Text as a cell.</summary>
    public static string Text(string text, CsvFormat format) =>
        format.Dialect == CsvDialect.Excel ? CsvNeutral.Apply(text) : text;

    /// <summary>Text of a value that no user wrote; null for everything else.</summary>
    private static string? Typed(object? value, CsvFormat format) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        DateTime time => IsoText.Utc(time),
        DateTimeOffset time => IsoText.Utc(time.UtcDateTime),
        DateOnly day => IsoText.Day(day),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        Enum or Guid => value.ToString(),
        _ when IsNumber(value) => ((IFormattable)value).ToString(null, format.Numbers),
        _ => null,
    };

    private static IEnumerable<string> Items(object? value, CsvFormat format) =>
        value is IEnumerable list and not string
            ? list.Cast<object?>().Select(item => Typed(item, format) ?? item!.ToString() ?? "")
            : [value!.ToString() ?? ""];

    /// <summary>Whether a value is a number of any width.</summary>
    public static bool IsNumber(object value) => value
        is sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or Half or float or double or decimal;
}
