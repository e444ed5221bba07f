namespace Progress.Sync.Airtable;

/// <summary>
/// The only place that makes formulas. An empty filter means all records to Airtable, so a part that would come out empty is a fault of
/// the program; and a value that cannot be escaped for certain is refused rather than sent.
/// </summary>
internal static class FormulaText
{
    private const char LineSeparator = '\u2028', ParagraphSeparator = '\u2029';

    /// <summary>A text between double quotes.</summary>
    /// <exception cref="ProgressException"><c>FormulaValueRefused</c>: line breaks, control characters or half a character.</exception>
    public static string Text(string value)
    {
        CheckCharacters(value, "value");
        // The backslash first: the one before a quote must not be escaped again.
        return $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
    }

    /// <summary>A field by its name.</summary>
    /// <exception cref="ProgressException"><c>FormulaFieldRefused</c>: braces, a backslash or no name; <c>FormulaValueRefused</c>.</exception>
    public static string Field(string name)
    {
        CheckCharacters(name, "field name");
        if (string.IsNullOrWhiteSpace(name) || name.IndexOfAny(['{', '}', '\\']) >= 0)
            throw new ProgressException(
                "FormulaFieldRefused", ErrorKind.InvalidData,
                $"'{name}' cannot be named in a formula of Airtable; allowed: a field name without {{, }} and \\. Rename the field, or map another.", name);
        return $"{{{name}}}";
    }

    /// <summary>Whether a field is a value.</summary>
    public static string Equal(string field, string value) => $"{Field(field)} = {Text(value)}";

    /// <summary>All of the conditions; one stands alone.</summary>
    public static string And(IReadOnlyList<string> conditions) => Call("AND", conditions);

    /// <summary>One of the conditions; one stands alone.</summary>
    public static string Or(IReadOnlyList<string> conditions) => Call("OR", conditions);

    private static string Call(string function, IReadOnlyList<string> conditions) => conditions.Count switch
    {
        0 => throw new ArgumentException("A formula without conditions would mean all records.", nameof(conditions)),
        1 => conditions[0],
        _ => $"{function}({string.Join(", ", conditions)})",
    };

    private static void CheckCharacters(string text, string what)
    {
        var at = FirstRefused(text);
        if (at < 0) return;
        throw new ProgressException(
            "FormulaValueRefused", ErrorKind.InvalidData,
            FormattableString.Invariant($"The {what} has U+{(int)text[at]:X4} at character {at + 1}, which Airtable's formulas have no sure way to write; allowed: text without line breaks, control characters and half characters."),
            text);
    }

    private static int FirstRefused(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is LineSeparator or ParagraphSeparator) return i;
        }

        return -1;
    }
}
