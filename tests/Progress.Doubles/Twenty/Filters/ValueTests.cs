using System.Text.Json;

namespace Progress.Doubles;

/// <summary>One comparison with typed operands as a test of a column's value.</summary>
internal static class ValueTests
{
    public static Func<object?, bool?> Is(FieldType type, bool wantsNull) => value => IsNothing(type, value) == wantsNull;

    public static Func<object?, bool?> Equal(object operand, bool negated) => operand switch
    {
        "" => value => string.IsNullOrEmpty((string?)value) != negated,
        string text => value => value is null ? null : ((string)value == text) != negated,
        Guid id => value => value is null ? null : ((Guid)value == id) != negated,
        double number => value => value is null ? null : ((double)value == number) != negated,
        _ => value => value is null ? null : value.Equals(operand) != negated,
    };

    /// <summary>Times compare as an interval of one unit, so that a shown time equals the stored one.</summary>
    public static Func<object?, bool?> Time(string name, DateTime operand, TimeSpan unit)
    {
        var end = operand + unit;
        return name switch
        {
            "eq" => value => value is DateTime time ? time >= operand && (time < end || time == operand) : null,
            "neq" => value => value is DateTime time ? !(time >= operand && (time < end || time == operand)) : null,
            "gt" => value => value is DateTime time ? time >= end && time > operand : null,
            "gte" => value => value is DateTime time ? time >= operand : null,
            "lt" => value => value is DateTime time ? time < operand : null,
            _ => value => value is DateTime time ? time < end || time == operand : null,
        };
    }

    public static Func<object?, bool?> Ordered(string name, object operand) => name switch
    {
        "gt" => value => value is null ? null : ValueOrder.Compare(value, operand) > 0,
        "gte" => value => value is null ? null : ValueOrder.Compare(value, operand) >= 0,
        "lt" => value => value is null ? null : ValueOrder.Compare(value, operand) < 0,
        _ => value => value is null ? null : ValueOrder.Compare(value, operand) <= 0,
    };

    public static Func<object?, bool?> In(HashSet<object> operands) =>
        value => value is null ? (operands.Contains("") ? true : null) : operands.Contains(value);

    public static Func<object?, bool?> Like(string pattern, bool ignoreCase) => value => value switch
    {
        null => null,
        JsonElement json => SqlLike.Matches(json.GetRawText(), pattern, ignoreCase),
        _ => SqlLike.Matches((string)value, pattern, ignoreCase),
    };

    public static Func<object?, bool?> Prefix(string prefix) =>
        value => value is null ? null : ((string)value).StartsWith(prefix, StringComparison.Ordinal);

    public static Func<object?, bool?> Suffix(string suffix) =>
        value => value is null ? null : ((string)value).EndsWith(suffix, StringComparison.Ordinal);

    public static Func<object?, bool?> ContainsAny(string[] items, bool negated) =>
        value => value is null ? null : ((string[])value).Intersect(items).Any() != negated;

    public static Func<object?, bool?> ContainsAll(string[] items) =>
        value => value is null ? null : !items.Except((string[])value).Any();

    private static bool IsNothing(FieldType type, object? value) => value switch
    {
        null => true,
        string text => type == FieldType.TEXT && text.Length == 0,
        string[] texts => texts.Length == 0,
        JsonElement json => json.ValueKind == JsonValueKind.Object && json.GetPropertyCount() == 0,
        _ => false,
    };
}
