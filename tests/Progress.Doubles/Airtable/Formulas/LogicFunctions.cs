namespace Progress.Doubles.Airtable;

internal static class LogicFunctions
{
    public static readonly Dictionary<string, KnownFunction> All = new()
    {
        ["AND"] = new(1, Functions.Any, Functions.OfValues((_, values) => values.All(FormulaValues.IsTrue))),
        ["OR"] = new(1, Functions.Any, Functions.OfValues((_, values) => values.Any(FormulaValues.IsTrue))),
        ["XOR"] = new(1, Functions.Any, Functions.OfValues((_, values) => values.Count(FormulaValues.IsTrue) % 2 == 1)),
        ["NOT"] = new(1, 1, Functions.OfValues((_, values) => !FormulaValues.IsTrue(values[0]))),
        ["IF"] = new(2, 3, If),
        ["TRUE"] = new(0, 0, (_, _) => 1.0),
        ["FALSE"] = new(0, 0, (_, _) => 0.0),
        ["BLANK"] = new(0, 0, (_, _) => null),
        ["RECORD_ID"] = new(0, 0, (scope, _) => scope.Row.Id),
    };

    private static object? If(FormulaScope scope, IReadOnlyList<Expression> arguments)
    {
        var condition = scope.Evaluate(arguments[0]);
        if (condition is FormulaError)
            return condition;
        if (FormulaValues.IsTrue(condition))
            return scope.Evaluate(arguments[1]);
        return arguments.Count > 2 ? scope.Evaluate(arguments[2]) : null;
    }
}
