namespace Progress.Doubles.Airtable;

/// <summary>The row and the moment for which a formula is reckoned.</summary>
internal sealed record FormulaScope(Record Row, DateTime Now, AirtableSwitches Switches)
{
    public object? Evaluate(Expression expression) => expression switch
    {
        Literal literal => literal.Value,
        FieldValue { Field: null } => FormulaError.Instance,
        FieldValue { Field: { } field } => FormulaValues.Of(Computed.Value(Row, field, this)),
        Negation negation => Operators.Negate(Evaluate(negation.Operand)),
        Operation operation => Operators.Apply(operation.Symbol, Evaluate(operation.Left), Evaluate(operation.Right)),
        FunctionCall call => call.Function(this, call.Arguments),
        _ => throw new InvalidOperationException($"A formula has no {expression.GetType().Name}."),
    };

    /// <summary>Whether a filter lets the row through.</summary>
    public bool Matches(Expression filter) => FormulaValues.IsTrue(Evaluate(filter));
}

/// <summary>What a formula gives that cannot be reckoned: #ERROR!</summary>
internal sealed class FormulaError
{
    public static readonly FormulaError Instance = new();
}
