using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Options of roll-ups, lookups and counts, where they can be created: the link, the field there, and the aggregation.</summary>
internal static class RollupOptions
{
    public static IReadOnlyList<string> Keys(string type) => type switch
    {
        FieldTypes.Count => ["recordLinkFieldId"],
        FieldTypes.Lookup => ["recordLinkFieldId", "fieldIdInLinkedTable"],
        _ => ["recordLinkFieldId", "fieldIdInLinkedTable", "formula"],
    };

    /// <returns>Null where a field is not there, or the aggregation is not known.</returns>
    public static Rollup? Read(Table table, string type, JsonElement options, Field? field = null)
    {
        string? Text(string name) => options.TryGetProperty(name, out var value) ? value.GetString() : null;
        var link = table.FindField(Text("recordLinkFieldId") ?? "");
        if (link?.Linked is null)
            return null;
        var values = type == FieldTypes.Count ? null : link.Linked.FindField(Text("fieldIdInLinkedTable") ?? "");
        var aggregation = type == FieldTypes.Rollup ? Text("formula") : null;
        if ((type != FieldTypes.Count && values is null) || (type == FieldTypes.Rollup && (aggregation is null || !Rollup.IsKnown(aggregation))))
            return null;
        if (field is not null)
            field.ResultType = ResultType(values, aggregation);
        return new Rollup(link, values, aggregation, Where: null);
    }

    public static string ResultType(Field? values, string? aggregation) => aggregation?.TrimStart().ToUpperInvariant() switch
    {
        ['M', ..] when values is { Type: FieldTypes.Date or FieldTypes.DateTime } => values.Type,
        ['A', 'R', ..] => FieldTypes.SingleLineText,
        _ => FieldTypes.Number,
    };
}
