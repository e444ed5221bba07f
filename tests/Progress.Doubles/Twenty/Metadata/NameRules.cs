using System.Text.RegularExpressions;

namespace Progress.Doubles;

/// <summary>What names of objects and fields must be like.</summary>
internal static partial class NameRules
{
    private const int MaxLength = 63;

    private static readonly HashSet<string> Reserved =
    [
        "plan", "plans", "event", "events", "field", "fields", "link", "links", "currency", "currencies", "fullNames",
        "address", "addresses", "type", "types", "object", "objects", "index", "relation", "relations", "aggregate",
        "job", "jobs", "role", "roles", "user", "users", "workspace", "workspaces", "userWorkspace", "userWorkspaces",
        "featureFlag", "featureFlags", "keyValuePair", "keyValuePairs", "appToken", "appTokens", "postgresCredential",
        "postgresCredentials", "twoFactorMethod", "twoFactorMethods", "approvedAccessDomain", "approvedAccessDomains",
    ];

    public static void Check(string name)
    {
        if (name.Length > MaxLength)
            throw ApiError.Bad($"Name is too long: it exceeds the {MaxLength} characters limit.");
        if (!Shape().IsMatch(name))
            throw ApiError.Bad($"Name is not valid: it must start with a lowercase letter and contain only alphanumeric letters: {name}");
        if (name != CamelCase(name))
            throw ApiError.Bad($"Name should be in camelCase: {name}");
        if (Reserved.Contains(name) || name.StartsWith("billing", StringComparison.Ordinal) || name.StartsWith("pageLayout", StringComparison.Ordinal))
            throw ApiError.Bad($"This name is not available: \"{name}\" is reserved.");
    }

    /// <summary>As lodash has it: words break at capitals and at digits, all but the first begin with a capital.</summary>
    public static string CamelCase(string text) => string.Concat(Words().Matches(text).Select((word, index) =>
        index == 0
            ? word.Value.ToLowerInvariant()
            : char.ToUpperInvariant(word.Value[0]) + word.Value[1..].ToLowerInvariant()));

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$")]
    private static partial Regex Shape();

    [GeneratedRegex("[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")]
    private static partial Regex Words();
}
