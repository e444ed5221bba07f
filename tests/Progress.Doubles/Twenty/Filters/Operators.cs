namespace Progress.Doubles;

/// <summary>Which comparisons a field type allows.</summary>
internal static class Operators
{
    /// <summary>What the REST parser knows at all.</summary>
    public static readonly string[] Rest =
        ["eq", "neq", "in", "containsAny", "is", "gt", "gte", "lt", "lte", "startsWith", "endsWith", "like", "ilike"];

    private static readonly string[] Text = ["eq", "neq", "in", "is", "like", "ilike", "startsWith", "endsWith", "search"];
    private static readonly string[] Number = ["eq", "neq", "gt", "gte", "lt", "lte", "in", "is"];
    private static readonly string[] Boolean = ["eq", "is"];
    private static readonly string[] Time = ["eq", "neq", "gt", "gte", "lt", "lte", "is"];
    private static readonly string[] Choice = ["eq", "neq", "in", "is"];
    private static readonly string[] List = ["contains", "notContains", "containsAny", "is"];
    private static readonly string[] Json = ["is", "like"];

    public static void Check(string field, FieldType type, string name)
    {
        var allowed = Of(type);
        if (!allowed.Contains(name))
            throw new ApiError(400, "INVALID_ARGS_FILTER",
                $"Operator \"{name}\" is not allowed for field \"{field}\" of type {type}. Allowed: {string.Join(", ", allowed)}");
    }

    private static string[] Of(FieldType type) => type switch
    {
        FieldType.TEXT => Text,
        FieldType.NUMBER or FieldType.NUMERIC or FieldType.POSITION => Number,
        FieldType.BOOLEAN => Boolean,
        FieldType.DATE or FieldType.DATE_TIME => Time,
        FieldType.UUID or FieldType.SELECT or FieldType.RATING => Choice,
        FieldType.ARRAY or FieldType.MULTI_SELECT => List,
        FieldType.RAW_JSON => Json,
        _ => [],
    };
}
