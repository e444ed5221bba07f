namespace Progress.Doubles.Airtable;

/// <summary>The operators of formulas. An error in an operand is an error.</summary>
internal static class Operators
{
    public static object? Negate(object? value) =>
        FormulaValues.Number(value) is { } number ? -number : FormulaError.Instance;

    public static object? Apply(string symbol, object? left, object? right)
    {
        if (left is FormulaError || right is FormulaError)
            return FormulaError.Instance;
        return symbol switch
        {
            "&" => FormulaValues.Text(left) + FormulaValues.Text(right),
            "=" => AreEqual(left, right),
            "!=" => !AreEqual(left, right),
            "<" or ">" or "<=" or ">=" => Compare(symbol, left, right),
            _ => Reckon(symbol, FormulaValues.Number(left), FormulaValues.Number(right)),
        };
    }

    /// <summary>Blank equals 0 and the empty text; unlike kinds are compared as texts.</summary>
    private static bool AreEqual(object? left, object? right)
    {
        if (FormulaValues.Number(left) is { } a && FormulaValues.Number(right) is { } b)
            return a == b;
        if (left is DateTime x && right is DateTime y)
            return x == y;
        return FormulaValues.Text(left) == FormulaValues.Text(right);
    }

    private static object Compare(string symbol, object? left, object? right)
    {
        double order;
        if (FormulaValues.Number(left) is { } a && FormulaValues.Number(right) is { } b)
            order = a.CompareTo(b);
        else if (left is DateTime x && right is DateTime y)
            order = x.CompareTo(y);
        else if (left is string or null && right is string or null)
            order = string.CompareOrdinal(FormulaValues.Text(left), FormulaValues.Text(right));
        else
            return FormulaError.Instance;
        return symbol switch { "<" => order < 0, ">" => order > 0, "<=" => order <= 0, _ => order >= 0 };
    }

    private static object Reckon(string symbol, double? left, double? right) => (symbol, left, right) switch
    {
        (_, null, _) or (_, _, null) => FormulaError.Instance,
        ("+", { } a, { } b) => a + b,
        ("-", { } a, { } b) => a - b,
        ("*", { } a, { } b) => a * b,
        (_, { } a, { } b) => a / b,
    };
}
