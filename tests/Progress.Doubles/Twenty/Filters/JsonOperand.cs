using System.Text.Json;

namespace Progress.Doubles;

/// <summary>A value of a GraphQL filter.</summary>
internal sealed class JsonOperand(string field, FieldType type, JsonElement json, TwentyOptions options) : IOperand
{
    public bool IsNull() => json.ValueKind == JsonValueKind.String && json.GetString() is "NULL" or "NOT_NULL"
        ? json.ValueEquals("NULL")
        : throw ApiError.Bad($"Value \"{json}\" does not exist in \"FilterIs\" enum.");

    public object? Value()
    {
        if (type == FieldType.RAW_JSON && json.ValueKind == JsonValueKind.String)
            return json.GetString();
        return ValueReader.Single(field, type, json, options.DateTimeGranularity);
    }

    public IEnumerable<object?> Values()
    {
        var item = type is FieldType.ARRAY or FieldType.MULTI_SELECT ? FieldType.TEXT : type;
        return json.ValueKind == JsonValueKind.Array
            ? json.EnumerateArray().Select(one => ValueReader.Single(field, item, one, DateTimeGranularity.Us))
            : [ValueReader.Single(field, item, json, DateTimeGranularity.Us)];
    }
}
