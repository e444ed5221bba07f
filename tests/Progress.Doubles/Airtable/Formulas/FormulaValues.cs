using System.Globalization;

namespace Progress.Doubles.Airtable;

/// <summary>
/// Values of formulas: null (blank), text, number, true or false, a moment (UTC), a list, or an error. Fields come as such values:
/// an option as its name, a link as the primary texts of the linked rows.
/// </summary>
internal static class FormulaValues
{
    public static object? Of(object? cell) => cell switch
    {
        Choice choice => choice.Name,
        List<Choice> choices => choices.Select(choice => (object?)choice.Name).ToList(),
        DateOnly date => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        List<Record> or LinkedRows => cell,
        System.Text.Json.JsonElement json => json.ToString(),
        _ => cell,
    };

    /// <summary>What a filter takes for a match: not 0, false, "", NaN, [] or an error.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null or FormulaError => false,
        bool flag => flag,
        double number => number != 0 && !double.IsNaN(number),
        string text => text.Length > 0,
        List<object?> list => list.Count > 0,
        LinkedRows linked => linked.Count > 0,
        _ => true,
    };

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "1" : "0",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime time => Iso.Milliseconds(time),
        List<object?> list => string.Join(", ", list.Select(Text)),
        LinkedRows linked => string.Join(", ", linked.Texts),
        _ => value.ToString() ?? "",
    };

    /// <returns>Null for what is no number.</returns>
    public static double? Number(object? value) => value switch
    {
        null => 0,
        bool flag => flag ? 1 : 0,
        double number => number,
        _ => null,
    };

    /// <returns>Null for what is no moment.</returns>
    public static DateTime? Time(object? value) => value switch
    {
        DateTime time => time,
        string text when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time.UtcDateTime,
        _ => null,
    };
}
