using System.Text;

namespace Progress.Doubles.Airtable;

/// <summary>Cuts a formula into its words.</summary>
internal sealed class Tokenizer(string text, bool refusesControls)
{
    private static readonly string[] Symbols = ["!=", ">=", "<=", "=", ">", "<", "+", "-", "*", "/", "&", "(", ")", ","];

    private int at;

    public List<Token> Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            var start = at;
            var (kind, value) = Next();
            tokens.Add(new Token(kind, value, start, at));
            if (kind == TokenKind.End)
                return tokens;
        }
    }

    private (TokenKind Kind, string Text) Next()
    {
        if (at == text.Length)
            return (TokenKind.End, "");
        var c = text[at];
        if (c is '\'' or '"')
            return (TokenKind.Text, Quoted(c));
        if (c == '{')
            return (TokenKind.Field, Braced());
        if (char.IsAsciiDigit(c))
            return (TokenKind.Number, While(one => char.IsAsciiDigit(one) || one == '.'));
        if (char.IsAsciiLetter(c))
            return (TokenKind.Name, While(one => char.IsAsciiLetterOrDigit(one) || one == '_'));
        var symbol = Array.Find(Symbols, one => text.AsSpan(at).StartsWith(one)) ?? throw FormulaFault.Invalid();
        at += symbol.Length;
        return (TokenKind.Symbol, symbol);
    }

    private string While(Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
            at++;
        return text[start..at];
    }

    /// <summary>A backslash takes the next character as it is; n, r and t are control characters.</summary>
    private string Quoted(char quote)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != quote; at++)
        {
            var isEscaped = text[at] == '\\' && at + 1 < text.Length;
            value.Append(isEscaped ? Unescaped(text[++at]) : text[at]);
            if (refusesControls && char.IsControl(value[^1]))
                throw FormulaFault.Invalid();
        }

        if (at++ == text.Length)
            throw FormulaFault.Invalid();
        return value.ToString();
    }

    private static char Unescaped(char c) => c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c };

    /// <summary>No brace within a name has an escape.</summary>
    private string Braced()
    {
        var end = text.IndexOf('}', at);
        if (end < 0 || text.AsSpan(at + 1, end - at - 1).Contains('{'))
            throw FormulaFault.Invalid();
        var name = text[(at + 1)..end];
        at = end + 1;
        return name;
    }
}
