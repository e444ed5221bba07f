namespace Progress.Doubles.Airtable;

internal enum TokenKind
{
    Text,
    Number,
    Field,
    Name,
    Symbol,
    End,
}

/// <param name="Text">Of a text what it stands for, of a field what is between the braces.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}
