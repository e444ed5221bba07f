using System.Globalization;

namespace Progress.Doubles;

/// <summary>A value of the REST filter grammar. There is no escape: a list breaks at every comma.</summary>
internal sealed class RestOperand(string field, FieldType type, string name, string text) : IOperand
{
    public bool IsNull() => text switch
    {
        "NULL" => true,
        "NOT_NULL" => false,
        _ => throw ApiError.Bad($"'filter' invalid for 'is' operator. Received '{text}' but 'NULL' or 'NOT_NULL' expected"),
    };

    public object? Value() => Read(text);

    public IEnumerable<object?> Values() => text is ['[', .., ']']
        ? text[1..^1].Split(',').Select(Read)
        : throw ApiError.Bad(
            $"'filter' invalid for '{name}' operator. Received '{text}' but array value expected eg: 'field[{name}]:[value_1,value_2]'");

    private object? Read(string raw)
    {
        var value = Unquote(raw);
        return type switch
        {
            FieldType.NUMBER or FieldType.NUMERIC or FieldType.POSITION =>
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? number
                    : throw Wrong("number", value),
            FieldType.UUID => Guid.TryParseExact(value, "D", out var id) ? id : throw Wrong("UUID", value),
            FieldType.BOOLEAN => value.ToLowerInvariant() switch
            {
                "true" => true,
                "false" => false,
                _ => throw Wrong("boolean", value),
            },
            FieldType.DATE_TIME => Iso.TryParse(value, out var time) ? time : throw Wrong("date-time", value),
            _ => value,
        };
    }

    private static string Unquote(string raw)
    {
        var start = raw.Length > 1 && raw[0] is '"' or '\'' ? 1 : 0;
        var end = raw.Length > 1 && raw[^1] is '"' or '\'' ? 1 : 0;
        return raw.Length >= 2 ? raw[start..^end] : raw;
    }

    private ApiError Wrong(string kind, string value) =>
        new(400, "INVALID_ARGS_FILTER", $"Invalid {kind} value '{value}' for field \"{field}\"");
}
