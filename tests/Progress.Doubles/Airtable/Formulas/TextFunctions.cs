namespace Progress.Doubles.Airtable;

internal static class TextFunctions
{
    public static readonly Dictionary<string, KnownFunction> All = new()
    {
        ["LOWER"] = new(1, 1, OfText(text => text.ToLowerInvariant())),
        ["UPPER"] = new(1, 1, OfText(text => text.ToUpperInvariant())),
        ["TRIM"] = new(1, 1, OfText(text => text.Trim())),
        ["LEN"] = new(1, 1, OfText(text => (double)text.Length)),
        ["RIGHT"] = new(2, 2, Functions.OfValues((_, values) => Right(FormulaValues.Text(values[0]), FormulaValues.Number(values[1])))),
        ["CONCATENATE"] = new(1, Functions.Any, Functions.OfValues((_, values) => string.Concat(values.Select(FormulaValues.Text)))),
        ["FIND"] = new(2, 3, Functions.OfValues((_, values) => (double)Position(values, StringComparison.Ordinal))),
        ["SEARCH"] = new(2, 3, Functions.OfValues(Search)),
        ["ARRAYJOIN"] = new(1, 2, Functions.OfValues(Join)),
    };

    private static Function OfText(Func<string, object> function) =>
        Functions.OfValues((_, values) => function(FormulaValues.Text(values[0])));

    private static object Right(string text, double? count) =>
        count is null ? FormulaError.Instance : text[Math.Max(0, text.Length - (int)count.Value)..];

    private static object? Search(FormulaScope scope, object?[] values) =>
        Position(values, StringComparison.OrdinalIgnoreCase) is > 0 and var found ? (double)found : null;

    /// <summary>From 1; 0 where the text is not there.</summary>
    private static int Position(object?[] values, StringComparison comparison)
    {
        var text = FormulaValues.Text(values[1]);
        var start = values.Length > 2 ? (int)(FormulaValues.Number(values[2]) ?? 1) - 1 : 0;
        return start < 0 || start > text.Length ? 0 : text.IndexOf(FormulaValues.Text(values[0]), start, comparison) + 1;
    }

    private static object Join(FormulaScope scope, object?[] values)
    {
        var between = values.Length > 1 ? FormulaValues.Text(values[1]) : ", ";
        return values[0] switch
        {
            LinkedRows linked => string.Join(between, scope.Switches.ArrayJoinGivesIds ? linked.Ids : linked.Texts),
            List<object?> list => string.Join(between, list.Select(FormulaValues.Text)),
            var one => FormulaValues.Text(one),
        };
    }
}
