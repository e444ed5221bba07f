using System.Globalization;
using System.Text;

namespace Progress.Doubles.Airtable;

/// <summary>Reads a formula over the fields of a table. A function that this double does not know is a 501.</summary>
internal sealed class FormulaParser
{
    private static readonly string[][] Levels = [["=", "!=", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"]];

    private readonly string text;
    private readonly FieldNames names;
    private readonly AirtableSwitches switches;
    private readonly List<Token> tokens;
    private readonly List<string> unknown = [];
    private readonly List<(Token Token, Field Field)> fields = [];
    private int at;

    private FormulaParser(string text, FieldNames names, AirtableSwitches switches)
    {
        (this.text, this.names, this.switches) = (text, names, switches);
        tokens = new Tokenizer(text, switches.RefusesControlCharacters).Read();
    }

    private Token Next => tokens[at];

    public static FormulaText Parse(string text, FieldNames names, AirtableSwitches switches)
    {
        var parser = new FormulaParser(text, names, switches);
        var root = parser.Level(0);
        if (parser.Next.Kind != TokenKind.End)
            throw FormulaFault.Invalid();
        if (parser.unknown.Count > 0)
            throw FormulaFault.UnknownFields(parser.unknown);
        return new FormulaText(text, parser.Canonical(), root, [.. parser.fields.Select(one => one.Field).Distinct()]);
    }

    private Expression Level(int level)
    {
        if (level == Levels.Length)
            return Factor();
        var left = Level(level + 1);
        while (Next.Kind == TokenKind.Symbol && Levels[level].Contains(Next.Text))
        {
            var symbol = tokens[at++].Text;
            var right = Level(level + 1);
            if (level == 0 && switches.RefusesComparingFalse && (IsFalse(left) || IsFalse(right)))
                throw FormulaFault.Invalid();
            left = new Operation(symbol, left, right);
        }

        return left;
    }

    private Expression Factor()
    {
        var token = tokens[at++];
        switch (token.Kind)
        {
            case TokenKind.Text:
                return new Literal(token.Text);
            case TokenKind.Number when double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return new Literal(number);
            case TokenKind.Field:
                return Field(token);
            case TokenKind.Name:
                return Next.Is("(") ? Call(token.Text) : Field(token);
        }

        if (token.Is("-"))
            return new Negation(Factor());
        if (!token.Is("("))
            throw FormulaFault.Invalid();
        var inner = Level(0);
        Expect(")");
        return inner;
    }

    private FieldValue Field(Token token)
    {
        if (!names.TryFind(token.Text, switches.FieldIdsInFormulas, out var field))
            unknown.Add(token.Text);
        else if (field is not null)
            fields.Add((token, field));
        return new FieldValue(field);
    }

    private FunctionCall Call(string name)
    {
        var known = Functions.Find(name) ?? throw AirtableError.NotImitated($"the formula function {name}()");
        Expect("(");
        var arguments = new List<Expression>();
        while (!Next.Is(")"))
        {
            if (arguments.Count > 0)
                Expect(",");
            arguments.Add(Level(0));
        }

        at++;
        return arguments.Count >= known.Least && arguments.Count <= known.Most
            ? new FunctionCall(name.ToUpperInvariant(), known.Function, arguments)
            : throw FormulaFault.Invalid();
    }

    private void Expect(string symbol)
    {
        if (!tokens[at++].Is(symbol))
            throw FormulaFault.Invalid();
    }

    private static bool IsFalse(Expression expression) => expression is FunctionCall { Name: "FALSE" };

    private string Canonical()
    {
        var (result, from) = (new StringBuilder(), 0);
        foreach (var (token, field) in fields)
        {
            result.Append(text, from, token.Start - from).Append('{').Append(field.Id).Append('}');
            from = token.End;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }
}
