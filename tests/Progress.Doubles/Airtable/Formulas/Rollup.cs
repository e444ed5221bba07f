namespace Progress.Doubles.Airtable;

/// <summary>What a field brings together from linked rows.</summary>
/// <param name="Link">The link field of the same table.</param>
/// <param name="Values">The field of the linked table; null for a count.</param>
/// <param name="Aggregation">As a person enters it, e.g. <c>COUNTA(values)</c>; null for a lookup.</param>
/// <param name="Where">Which linked rows count; null all.</param>
internal sealed record Rollup(Field Link, Field? Values, string? Aggregation, FormulaText? Where)
{
    public object? Of(Record row, FormulaScope scope)
    {
        var linked = row[Link] is List<Record> rows ? rows : [];
        var counted = linked.Where(one => Where is null || (scope with { Row = one }).Matches(Where.Root)).ToList();
        if (Values is null)
            return (double)counted.Count;
        var values = counted.Select(one => FormulaValues.Of(Computed.Value(one, Values, scope))).ToList();
        return Aggregation is null ? values : Aggregate(Function(Aggregation), values);
    }

    /// <summary>Null for an aggregation that this double does not know.</summary>
    public static bool IsKnown(string aggregation) =>
        Function(aggregation) is "COUNTA" or "COUNT" or "COUNTALL" or "SUM" or "MAX" or "MIN" or "ARRAYJOIN";

    private static string Function(string aggregation) =>
        aggregation.Replace(" ", "", StringComparison.Ordinal).Replace("(values)", "", StringComparison.OrdinalIgnoreCase).ToUpperInvariant();

    private static object? Aggregate(string function, List<object?> values) => function switch
    {
        "COUNTALL" => (double)values.Count,
        "COUNTA" => (double)values.Count(value => FormulaValues.Text(value).Length > 0),
        "COUNT" => (double)values.Count(value => value is double),
        "SUM" => values.OfType<double>().Sum(),
        "ARRAYJOIN" => string.Join(", ", values.Select(FormulaValues.Text)),
        _ => Extreme(function, values),
    };

    private static object? Extreme(string function, List<object?> values)
    {
        var times = values.OfType<DateTime>().ToList();
        if (times.Count > 0)
            return function == "MAX" ? times.Max() : times.Min();
        var numbers = values.OfType<double>().ToList();
        return numbers.Count == 0 ? null : function == "MAX" ? numbers.Max() : numbers.Min();
    }
}
