using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Progress.Json;

/// <summary>Says in words what a value of a type may be.</summary>
internal static class AllowedValues
{
    /// <summary>E.g. <c>a whole number</c>, <c>sun, mon, tue</c> or <c>a list, each: text</c>.</summary>
    public static string Of(JsonExpectation expected) => Plain(expected) + (expected.TakesNull ? ", or null" : "");

    /// <summary>The names of an enum as they are written in JSON; empty for every other type.</summary>
    public static IReadOnlyList<string> Names(Type type) =>
        type.IsEnum && !type.IsDefined(typeof(JsonConverterAttribute), inherit: false)
            ? [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)]
            : [];

    private static string Plain(JsonExpectation expected)
    {
        var type = expected.Plain;
        if (Names(type) is { Count: > 0 } names) return string.Join(", ", names);
        if (type == typeof(string)) return "text";
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(int) || type == typeof(long)) return "a whole number";
        if (type == typeof(double) || type == typeof(decimal)) return "a number";
        if (type == typeof(DateOnly)) return "a date (yyyy-MM-dd)";
        if (type == typeof(TimeOnly)) return "a time of day (HH:mm)";
        if (type == typeof(Guid)) return "a UUID";
        return StrictJson.Options.GetTypeInfo(type).Kind switch
        {
            JsonTypeInfoKind.Enumerable => $"a list, each: {Of(expected.Items())}",
            JsonTypeInfoKind.Dictionary => $"an object, each value: {Of(expected.Values())}",
            JsonTypeInfoKind.Object => "an object",
            _ => type.Name,
        };
    }
}
