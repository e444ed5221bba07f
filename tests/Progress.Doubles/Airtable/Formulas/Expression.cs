namespace Progress.Doubles.Airtable;

/// <summary>A part of a formula.</summary>
internal abstract record Expression;

internal sealed record Literal(object? Value) : Expression;

/// <param name="Field">Null for an id that this service does not find.</param>
internal sealed record FieldValue(Field? Field) : Expression;

internal sealed record Negation(Expression Operand) : Expression;

internal sealed record Operation(string Symbol, Expression Left, Expression Right) : Expression;

internal sealed record FunctionCall(string Name, Function Function, IReadOnlyList<Expression> Arguments) : Expression
{
    public FunctionCall(string name, Function function, params Expression[] arguments)
        : this(name, function, (IReadOnlyList<Expression>)arguments)
    {
    }
}

/// <summary>A formula as written, and what it means.</summary>
/// <param name="Canonical">With ids for names, as the schema shows it.</param>
internal sealed record FormulaText(string Source, string Canonical, Expression Root, IReadOnlyList<Field> Fields);
