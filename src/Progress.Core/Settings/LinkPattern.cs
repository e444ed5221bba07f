using System.Text.RegularExpressions;

namespace Progress.Settings;

/// <summary>How a key looks in text, e.g. <c>PROJ-(\d+)</c>, and where it leads.</summary>
public sealed record LinkPattern
{
    /// <summary>Matching one text takes no longer: 250 ms; a pattern that runs away ends in <see cref="RegexMatchTimeoutException"/>.</summary>
    public static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(250);

    /// <summary>A .NET regular expression.</summary>
    public required string Pattern { get; init; }

    /// <summary>The page of what was matched, http or https, with <c>$1</c> or <c>$0</c> for the groups.</summary>
    public required string Url { get; init; }

    /// <summary>The expression, ready to match within <see cref="MatchLimit"/>.</summary>
    public Regex ToRegex() => new(Pattern, RegexOptions.CultureInvariant, MatchLimit);
}
