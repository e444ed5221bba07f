using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The filter argument of the GraphQL API.</summary>
internal static class GraphQlFilter
{
    /// <param name="json">An object; several keys mean and. Null or an object without conditions is the empty filter.</param>
    public static RecordFilter Parse(JsonElement? json, ObjectDefinition type, TwentyOptions options)
    {
        if (json is not { } filter || filter.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return RecordFilter.None;
        var binder = new FilterBinder(type, options);
        var root = Items(filter, binder, options);
        return new RecordFilter(root.Length == 0 ? null : new And(root), binder.MentionsTrash);
    }

    private static Predicate[] Items(JsonElement json, FilterBinder binder, TwentyOptions options)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw ApiError.Bad($"Expected type \"{binder.Type.SingularCapital}FilterInput\" to be an object.");
        var items = new List<Predicate>();
        foreach (var property in json.EnumerateObject())
            items.AddRange(property.Name switch
            {
                "and" => Each(property.Value, binder, options),
                "or" when Each(property.Value, binder, options) is { Length: > 0 } or => [new Or(or)],
                "or" => [],
                "not" when Items(property.Value, binder, options) is { Length: > 0 } not => [new Not(new And(not))],
                "not" => [],
                _ => OfField(property, binder, options),
            });
        return [.. items];
    }

    private static Predicate[] Each(JsonElement json, FilterBinder binder, TwentyOptions options) =>
        [.. (json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : Enumerable.Repeat(json, 1))
            .Select(item => Items(item, binder, options))
            .Where(item => item.Length > 0)
            .Select(item => item.Length == 1 ? item[0] : new And(item))];

    private static IEnumerable<Predicate> OfField(JsonProperty property, FilterBinder binder, TwentyOptions options)
    {
        var column = binder.Type.Find(property.Name) ?? throw ApiError.Bad(
            $"Field \"{property.Name}\" is not defined by type \"{binder.Type.SingularCapital}FilterInput\".");
        if (property.Value.ValueKind != JsonValueKind.Object)
            throw ApiError.Bad($"Expected the filter of \"{property.Name}\" to be an object.");
        if (!Composite.Is(column.Type))
            return Of(column, null, property.Value, binder, options);
        return property.Value.EnumerateObject().SelectMany(sub => Of(column, sub.Name, sub.Value, binder, options));
    }

    private static IEnumerable<Predicate> Of(
        Column column, string? sub, JsonElement json, FilterBinder binder, TwentyOptions options)
    {
        var (part, type) = FilterBinder.Part(column, sub);
        return json.EnumerateObject().Select(test => binder.Compare(
            column, part, type, test.Name, new JsonOperand(column.Name, type, test.Value, options))).ToArray();
    }
}
