using System.Text.RegularExpressions;

namespace Progress;

/// <summary>A name with the wildcards that PowerShell users know: <c>*</c>, <c>?</c> and <c>[a-c]</c>, without regard to case.</summary>
public sealed class NamePattern
{
    private readonly Regex? regex;

    /// <summary>Reads a pattern.</summary>
    public NamePattern(string text)
    {
        if (text.IndexOfAny(['*', '?', '[']) < 0) return;
        var escaped = Regex.Escape(text).Replace("\\*", ".*").Replace("\\?", ".");
        var ranges = Regex.Replace(escaped, @"\\\[([^\]]+)\]", "[$1]");
        try
        {
            regex = new Regex($"^(?:{ranges})$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (RegexParseException)
        {
            // A range that runs backwards ([z-a]) fits nothing: the text is a name like any other, and is looked up as one.
        }
    }

    /// <summary>Whether it has wildcards.</summary>
    public bool IsPattern => regex is not null;

    /// <summary>Whether a name fits.</summary>
    public bool Fits(string name) => regex?.IsMatch(name) == true;
}
