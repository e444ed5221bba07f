using System.Text.RegularExpressions;

namespace Progress.Cli;

/// <summary>Says what to do next in the words of this front door: Core's messages name cmdlets and their parameters.</summary>
internal static partial class Wording
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["-Store"] = "--store",
        ["-SkipInvalid"] = "--skip-invalid",
        ["-LeadId"] = "--lead",
        ["-Id"] = "--id",
        ["-Force"] = "--force",
        ["Get-Rep"] = "progressctl reps",
        ["Import-CallNote"] = "progressctl import-calls",
        ["Test-ProgressStore"] = "progressctl store test",
        ["Backup-ProgressStore"] = "progressctl store backup",
        ["Restore-ProgressStore"] = "progressctl store restore",
        ["Test-ProgressionRule"] = "progressctl rules test",
        ["Test-ProgressSetup"] = "progressctl doctor",
    };

    /// <summary>The message; what stands in quotes is the user's and stays.</summary>
    public static string Of(string message) =>
        Word().Replace(message, match => Words.GetValueOrDefault(match.Value, match.Value));

    [GeneratedRegex("""'[^']*'|"[^"]*"|(?<![\w-])(?:[A-Z][a-z]+)?-[A-Z]\w+""")]
    private static partial Regex Word();
}
