namespace Progress.Doubles;

/// <summary>LIKE of the database: % any text, _ any character, a backslash takes the next one as it is.</summary>
internal static class SqlLike
{
    public static bool Matches(string text, string pattern, bool ignoreCase)
    {
        int at = 0, p = 0, starText = -1, starPattern = -1;
        while (at < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%')
            {
                (starText, starPattern) = (at, ++p);
            }
            else if (p < pattern.Length && One(text[at], pattern, p, ignoreCase) is var width && width > 0)
            {
                at++;
                p += width;
            }
            else if (starPattern >= 0)
            {
                (at, p) = (++starText, starPattern);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('%').IsEmpty;
    }

    /// <summary>Characters of the pattern that stand for the character; 0 where they do not.</summary>
    private static int One(char c, string pattern, int p, bool ignoreCase)
    {
        if (pattern[p] == '_')
            return 1;
        var width = pattern[p] == '\\' && p + 1 < pattern.Length ? 2 : 1;
        var wanted = pattern[p + width - 1];
        var same = ignoreCase ? char.ToLowerInvariant(c) == char.ToLowerInvariant(wanted) : c == wanted;
        return same ? width : 0;
    }
}
