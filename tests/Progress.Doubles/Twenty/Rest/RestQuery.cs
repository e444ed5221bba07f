using System.Globalization;

namespace Progress.Doubles;

/// <summary>The parameters of the record endpoints. What is not listed here is ignored, "after" too.</summary>
internal static class RestQuery
{
    private const int DefaultLimit = 60;

    public static PageRequest Page(QueryText query, ObjectDefinition type, TwentyOptions options)
    {
        CheckDepth(query);
        var (after, before) = (query["starting_after"], query["ending_before"]);
        if (after is not null && before is not null)
            throw ApiError.Bad("Cannot provide both 'starting_after' and 'ending_before'");
        var order = query["order_by"] is { Length: > 0 } text ? RecordOrder.OfRest(text, type) : RecordOrder.ById;
        return new PageRequest(Filter(query, type, options), order, Limit(query["limit"], options.MaxLimit), NotEmpty(after), NotEmpty(before));
    }

    public static RecordFilter Filter(QueryText query, ObjectDefinition type, TwentyOptions options) =>
        query["filter"] is { Length: > 0 } filter ? RestFilter.Parse(filter, type, options) : RecordFilter.None;

    public static void CheckDepth(QueryText query)
    {
        if (query["depth"] is { } depth && depth is not ("0" or "1"))
            throw ApiError.Bad($"'depth={depth}' parameter invalid. Allowed values are 0, 1");
    }

    /// <summary>Null where no fields are named: all are shown.</summary>
    public static HashSet<string>? Fields(QueryText query, ObjectDefinition type)
    {
        if (query["fields"] is not { Length: > 0 } text)
            return null;
        var names = text.Split(',').ToHashSet();
        return names.FirstOrDefault(name => type.Find(name) is null) is { } unknown
            ? throw ApiError.Bad($"Object {type.Singular} doesn't have any \"{unknown}\" field.")
            : names;
    }

    /// <summary>Larger limits are lowered without a word.</summary>
    private static int Limit(string? text, int max)
    {
        if (text is null)
            return Math.Min(DefaultLimit, max);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? Math.Min(limit, max)
            : throw ApiError.Bad($"limit '{text}' is invalid. Should be an integer");
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
