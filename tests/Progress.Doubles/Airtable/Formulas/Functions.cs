namespace Progress.Doubles.Airtable;

/// <param name="scope">The row for which it is reckoned.</param>
internal delegate object? Function(FormulaScope scope, IReadOnlyList<Expression> arguments);

internal sealed record KnownFunction(int Least, int Most, Function Function);

/// <summary>The functions that this double knows.</summary>
internal static class Functions
{
    public const int Any = int.MaxValue;

    private static readonly Dictionary<string, KnownFunction> All = new(
        LogicFunctions.All.Concat(TextFunctions.All).Concat(TimeFunctions.All), StringComparer.OrdinalIgnoreCase);

    public static KnownFunction? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>A function of values: an error in any of them is its result.</summary>
    public static Function OfValues(Func<FormulaScope, object?[], object?> function) => (scope, arguments) =>
    {
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = scope.Evaluate(arguments[i]);
            if (values[i] is FormulaError)
                return FormulaError.Instance;
        }

        return function(scope, values);
    };
}
