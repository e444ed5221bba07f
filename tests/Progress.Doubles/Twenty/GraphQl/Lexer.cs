using System.Text.RegularExpressions;

namespace Progress.Doubles;

/// <summary>Cuts a document into its words.</summary>
internal sealed partial class Lexer
{
    private readonly List<string> tokens;
    private int at;

    public Lexer(string text)
    {
        tokens = [.. Token().Matches(text).Select(match => match.Value).Where(token => !IsSkipped(token))];
        if (tokens.Find(token => token.Length == 1 && !"{}()[]:!=$@|&".Contains(token[0]) && !char.IsAsciiLetterOrDigit(token[0]) && token != "_") is { } strange)
            throw ApiError.Invalid($"Syntax Error: Unexpected character: \"{strange}\".");
    }

    public string? Peek => at < tokens.Count ? tokens[at] : null;

    public string Take() => at < tokens.Count ? tokens[at++] : throw Unexpected("<EOF>");

    public bool Skip(string token)
    {
        if (Peek != token)
            return false;
        at++;
        return true;
    }

    public void Expect(string token)
    {
        if (Take() is var found && found != token)
            throw ApiError.Invalid($"Syntax Error: Expected \"{token}\", found \"{found}\".");
    }

    public string Name() => Take() is var name && (char.IsAsciiLetter(name[0]) || name[0] == '_') ? name : throw Unexpected(name);

    public static ApiError Unexpected(string token) => ApiError.Invalid($"Syntax Error: Unexpected {token}.");

    private static bool IsSkipped(string token) => token[0] is '#' or ',' or '\uFEFF' || char.IsWhiteSpace(token[0]);

    [GeneratedRegex("\\s+|,|\uFEFF|#[^\n]*|\\.\\.\\.|\"(?:[^\"\\\\\n]|\\\\.)*\"|-?[0-9][0-9.eE+\\-]*|[_A-Za-z][_0-9A-Za-z]*|.")]
    private static partial Regex Token();
}
