using System.Net;
using System.Text.RegularExpressions;
using Progress.Json;

namespace Progress.Settings;

/// <summary>What connections must fulfil. What stands in the place of a name may be the key itself: it is not repeated.</summary>
internal static partial class ConnectionCheck
{
    public const string AllowedName = "a letter, then up to 31 letters, digits and hyphens";
    public const string AllowedUri = "an absolute https address without user, query and fragment, e.g. https://crm.example; http only on this computer, or with sync.allowHttp";
    public const string AllowedBase = "the id of a base of Airtable, app and 14 letters and digits, e.g. appA1b2C3d4E5f6G7";
    public const string AllowedVariable = "the name of the environment variable that holds the key, never the key";
    public const string AllowedSecret = "the name of the secret that holds the key, up to 64 characters, never the key";

    /// <summary>More is no limit that a service has.</summary>
    public const double MostPerMinute = 1_000_000;

    public static void Check(ProgressSettings settings, JsonProblems problems)
    {
        var all = settings.Connections;
        for (var i = 0; i < all.Count; i++)
        {
            var path = JsonPath.Item("$.connections", i);
            Check(all[i], settings.Sync.AllowHttp, path, problems);
            if (all.Take(i).Any(c => c.Name.Equals(all[i].Name, StringComparison.OrdinalIgnoreCase)))
                problems.Add(path, $"\"{all[i].Name}\" stands twice. Allowed: each name once.");
            else if (all.Take(i).Any(c => c.Provider == all[i].Provider))
                problems.Add(path, $"a second connection of {all[i].Provider}. Allowed: one of each provider.");
        }

        if (!IsPart(settings.Sync.Pace)) problems.Add("$.sync.pace", FormattableString.Invariant($"{settings.Sync.Pace} is no part. Allowed: a number greater than 0, up to 1."));
    }

    public static bool IsName(string text) => Name().IsMatch(text);

    public static bool IsBase(string text) => Base().IsMatch(text);

    public static bool IsVariable(string text) => Variable().IsMatch(text);

    public static bool IsSecret(string text) => Secret().IsMatch(text);

    public static bool IsPerMinute(double number) => number is > 0 and <= MostPerMinute;

    /// <summary>Whether a text is the root of a service, whatever its scheme.</summary>
    public static bool IsUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri.Host.Length > 0 && (uri.UserInfo, uri.Query, uri.Fragment) is ("", "", "") && text.IndexOfAny(['?', '#', '@']) < 0;

    /// <summary>Whether nobody on the way can read what is sent to an address: it is encrypted, or stays on this computer.</summary>
    public static bool IsPrivate(string uri) =>
        new Uri(uri) is var address && (address.Scheme == "https" || address.Host == "localhost" || (IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip)));

    private static void Check(ConnectionSettings connection, bool allowHttp, string path, JsonProblems problems)
    {
        if (!IsName(connection.Name)) problems.Add(path + ".name", $"not a name. Allowed: {AllowedName}.");
        if (!IsUri(connection.Uri)) problems.Add(path + ".uri", $"not the address of a service. Allowed: {AllowedUri}.");
        else if (!allowHttp && !IsPrivate(connection.Uri)) problems.Add(path + ".uri", $"{connection.Uri} is not encrypted. Allowed: {AllowedUri}.");
        if (connection.Provider == CrmProvider.Airtable && !IsBase(connection.Base ?? ""))
            problems.Add(connection.Base is null ? path : path + ".base", $"{(connection.Base is null ? "no base" : "not a base")}. Allowed: {AllowedBase}.");
        if (connection.Provider != CrmProvider.Airtable && connection.Base is not null)
            problems.Add(path + ".base", $"{connection.Provider} has no bases. Take base out.");
        if (connection.ApiKeyVariable is { } variable && !IsVariable(variable)) problems.Add(path + ".apiKeyVariable", $"not a name. Allowed: {AllowedVariable}.");
        if (connection.SecretName is { } secret && !IsSecret(secret)) problems.Add(path + ".secretName", $"not a name. Allowed: {AllowedSecret}.");
        if (connection is { ApiKeyVariable: not null, SecretName: not null })
            problems.Add(path, "both apiKeyVariable and secretName. Allowed: one of them.");
        if (connection.Provider == CrmProvider.RedHawk && (connection.ApiKeyVariable ?? connection.SecretName) is not null)
            problems.Add(path, "RedHawk takes no key. Take apiKeyVariable and secretName out.");
        if (connection.PerMinute is { } limit && !IsPerMinute(limit))
            problems.Add(path + ".perMinute", FormattableString.Invariant($"{limit} is no limit. Allowed: a number greater than 0, up to {MostPerMinute:0}."));
        if (connection.Pace is { } pace && !IsPart(pace))
            problems.Add(path + ".pace", FormattableString.Invariant($"{pace} is no part. Allowed: a number greater than 0, up to 1."));
    }

    private static bool IsPart(double number) => number is > 0 and <= 1;

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^app[A-Za-z0-9]{14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
