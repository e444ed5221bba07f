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
        ["-CreateCustomer"] = "--create-customer",
        ["-Base"] = "--base",
        ["-Id"] = "--id",
        ["-Force"] = "--force",
        ["-Connection"] = "--connection",
        ["-Provider"] = "--provider",
        ["-Uri"] = "--uri",
        ["-ApiKeyVariable"] = "--api-key-variable",
        ["-Full"] = "--full",
        ["-PushCalls"] = "--push-calls",
        ["-Wait"] = "--wait",
        ["Connect-Crm"] = "progressctl connect",
        ["Disconnect-Crm"] = "progressctl disconnect",
        ["Invoke-CrmSync"] = "progressctl sync",
        ["Get-CrmSyncStatus"] = "progressctl sync-status",
        ["Test-CrmSchema"] = "progressctl crm-schema test",
        ["Initialize-CrmSchema"] = "progressctl crm-schema init",
        ["Get-Rep"] = "progressctl reps",
        ["Import-CallNote"] = "progressctl import-calls",
        ["Get-Customer"] = "progressctl customers",
        ["Import-TaskCatalog"] = "progressctl import-catalog",
        ["Add-TaskProgress"] = "progressctl add-progress",
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
