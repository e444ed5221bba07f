using System.Text.Json;

namespace Progress.Doubles;

/// <summary>JSON of a caller as the value of a column; strict about types.</summary>
internal static class ValueReader
{
    public static object? Read(Column column, JsonElement json, DateTimeGranularity granularity) =>
        Composite.Is(column.Type)
            ? Parts(column.Name, column.Type, json, granularity, old: null)
            : Single(column.Name, column.Type, json, granularity);

    /// <summary>A composite value: the given parts over the old ones.</summary>
    public static object?[]? Parts(
        string field, FieldType type, JsonElement json, DateTimeGranularity granularity, object?[]? old)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        if (json.ValueKind != JsonValueKind.Object)
            throw ApiError.Bad($"Invalid object value '{json}' for field \"{field}\"");
        var subs = Composite.Of(type);
        var values = old is null ? new object?[subs.Length] : (object?[])old.Clone();
        foreach (var property in json.EnumerateObject())
        {
            var index = Composite.Find(type, property.Name);
            if (index < 0 || !subs[index].IsWritable)
                throw ApiError.Bad($"Sub field \"{property.Name}\" not found for composite type: {type}");
            values[index] = Single($"{field}.{property.Name}", subs[index].Type, property.Value, granularity);
        }

        return values;
    }

    public static object? Single(string field, FieldType type, JsonElement json, DateTimeGranularity granularity)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        return type switch
        {
            FieldType.UUID => Uuid(field, json),
            FieldType.TEXT => Text(field, json),
            FieldType.SELECT or FieldType.RATING => Text(field, json),
            FieldType.NUMBER or FieldType.NUMERIC => Number(field, json),
            FieldType.POSITION => Position(field, json),
            FieldType.BOOLEAN => json.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? json.GetBoolean()
                : throw Wrong("boolean", field, json),
            FieldType.DATE_TIME => Time(field, json, granularity),
            FieldType.DATE => Iso.TryParse(Text(field, json), out var day)
                ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                : throw Wrong("date", field, json),
            FieldType.RAW_JSON => json.Clone(),
            FieldType.ARRAY or FieldType.MULTI_SELECT => Texts(field, json),
            _ => throw ApiError.Bad($"Field \"{field}\" of type {type} cannot be written."),
        };
    }

    private static object Uuid(string field, JsonElement json) =>
        json.ValueKind == JsonValueKind.String && Guid.TryParseExact(json.GetString(), "D", out var id)
            ? id
            : throw Wrong("UUID", field, json);

    private static string Text(string field, JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : throw Wrong("text", field, json);

    private static object Number(string field, JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && double.IsFinite(json.GetDouble())
            ? json.GetDouble()
            : throw Wrong("number", field, json);

    private static object Position(string field, JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is "first" or "last"
            ? (json.ValueEquals("first") ? 0d : double.MaxValue)
            : Number(field, json);

    private static object Time(string field, JsonElement json, DateTimeGranularity granularity) =>
        json.ValueKind == JsonValueKind.String && Iso.TryParse(json.GetString()!, out var time)
            ? Iso.Truncate(time, granularity)
            : throw Wrong("date-time", field, json);

    private static object Texts(string field, JsonElement json) =>
        json.ValueKind == JsonValueKind.Array
            ? json.EnumerateArray().Select(item => Text(field, item)).ToArray()
            : throw Wrong("array", field, json);

    private static ApiError Wrong(string kind, string field, JsonElement json) =>
        ApiError.Bad($"Invalid {kind} value '{json}' for field \"{field}\"");
}
