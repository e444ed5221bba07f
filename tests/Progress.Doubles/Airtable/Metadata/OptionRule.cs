using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>The options that a type takes on creation.</summary>
internal sealed record OptionRule(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    private static readonly string[] Hues = ["blue", "cyan", "teal", "green", "yellow", "orange", "red", "pink", "purple", "gray"];
    private static readonly string[] Shades = ["Light2", "Light1", "Bright", "Dark1"];
    private static readonly string[] Durations = ["h:mm", "h:mm:ss", "h:mm:ss.S", "h:mm:ss.SS", "h:mm:ss.SSS"];

    public static OptionRule Of(string type) => type switch
    {
        FieldTypes.Number or FieldTypes.Percent => new(["precision"], []),
        "currency" => new(["precision", "symbol"], []),
        FieldTypes.Date => new(["dateFormat"], []),
        FieldTypes.DateTime => new(["dateFormat", "timeFormat", "timeZone"], []),
        "duration" => new(["durationFormat"], []),
        FieldTypes.Checkbox => new(["icon", "color"], []),
        "rating" => new(["icon", "color", "max"], []),
        FieldTypes.SingleSelect or FieldTypes.MultipleSelects => new(["choices"], []),
        FieldTypes.Links => new(["linkedTableId"], ["viewIdForRecordSelection"]),
        FieldTypes.Formula => new(["formula"], []),
        FieldTypes.Rollup or FieldTypes.Lookup or FieldTypes.Count => new(RollupOptions.Keys(type), []),
        _ => new([], []),
    };

    public bool Takes(string name, JsonElement value) => name switch
    {
        "precision" => IsWhole(value, 0, Required.Contains("symbol") ? 7 : 8),
        "max" => IsWhole(value, 1, 10),
        "dateFormat" => Named(value) is { } date && FieldOptions.DateFormat(date) is { } form && SaysNoOther(value, form),
        "timeFormat" => Named(value) is { } time && FieldOptions.TimeFormat(time) is { } form && SaysNoOther(value, form),
        "timeZone" => Text(value) is { } zone && (zone is "utc" or "client" || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)),
        "durationFormat" => Durations.Contains(Text(value)),
        "choices" => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsChoice)
            && value.EnumerateArray().Select(Named).Distinct().Count() == value.GetArrayLength(),
        _ => Text(value) is { Length: > 0 },
    };

    private static bool IsChoice(JsonElement choice) =>
        Named(choice) is { Length: > 0 } && (!choice.TryGetProperty("color", out var color) || IsColor(Text(color) ?? ""));

    private static bool IsColor(string color) =>
        Array.Exists(Hues, hue => color.StartsWith(hue, StringComparison.Ordinal) && Shades.Contains(color[hue.Length..]));

    private static bool IsWhole(JsonElement value, int least, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most;

    private static bool SaysNoOther(JsonElement value, string form) => !value.TryGetProperty("format", out var given) || Text(given) == form;

    private static string? Named(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var name) ? Text(name) : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
