namespace Progress.Reps;

/// <summary>Which kinds can be entered, and what they are really called.</summary>
internal static class ActivityKinds
{
    public static string Resolve(RuleSet rules, string kind)
    {
        var id = kind.Trim().ToLowerInvariant();
        id = rules.Aliases.GetValueOrDefault(id, id);
        return rules.Xp.ContainsKey(id)
            ? id
            : throw new ProgressException(
                "UnknownActivityKind", ErrorKind.InvalidData,
                $"'{kind}' is no kind of activity. Allowed: {string.Join(", ", rules.Xp.Keys)}; aliases: {string.Join(", ", rules.Aliases.Keys)}.", kind);
    }

    public static bool NeedsLead(string kind) => kind is XpSource.CadenceStarted or XpSource.CadenceCompleted;

    /// <summary>What a rep's day earns by itself; entering it by hand claims the day's one award.</summary>
    public static bool IsDayAward(string kind) => kind is XpSource.FirstDialOfDay or XpSource.StreakDay;
}
