using Progress.Json;

namespace Progress.Reps;

/// <summary>Each badge names what it rests on, and each tier the bounds that its badge's kind needs.</summary>
internal static class BadgeCheck
{
    private static readonly string[] Tiers = ["bronze", "silver", "gold", "platinum"];

    public static void Check(RuleSet rules, JsonProblems problems)
    {
        if (rules.Badges.MinDials < 0) problems.Add("$.badges.minDials", $"is {rules.Badges.MinDials}; it must be 0 or more");
        RuleSetCheck.Unique(rules.Badges.List.Select(b => b.Id), i => $"$.badges.list[{i}].id", problems);
        for (var i = 0; i < rules.Badges.List.Count; i++)
        {
            var badge = rules.Badges.List[i];
            var path = $"$.badges.list[{i}]";
            Base(rules, badge, path, problems);
            RuleSetCheck.Unique(badge.Tiers.Select(t => t.Tier), t => $"{path}.tiers[{t}].tier", problems);
            for (var t = 0; t < badge.Tiers.Count; t++) Tier(badge.Kind, badge.Tiers[t], $"{path}.tiers[{t}]", problems);
        }
    }

    private static void Base(RuleSet rules, BadgeRule badge, string path, JsonProblems problems)
    {
        switch (badge.Kind)
        {
            case BadgeKind.Rate:
                OneOf(badge.Of, [nameof(RepMetricName.Sub30sDropRate), nameof(RepMetricName.CallToApptRate), nameof(RepMetricName.TwoPlusMinRate), nameof(RepMetricName.ConnectRate)], $"{path}.of", problems);
                break;
            case BadgeKind.CumulativeRate:
                OneOf(badge.Of, [nameof(RepMetricName.ShowRate)], $"{path}.of", problems);
                break;
            case BadgeKind.Within:
                OneOf(badge.Of, [nameof(RepCounter.Appointments)], $"{path}.of", problems);
                break;
            case BadgeKind.Count:
                OneOf(badge.Of, Enum.GetNames<RepCounter>().Except([nameof(RepCounter.Badges)]), $"{path}.of", problems);
                break;
            case BadgeKind.Boss when rules.Bosses.All(b => b.Id != badge.Boss):
                problems.Add($"{path}.boss", $"\"{badge.Boss}\" is no boss of $.bosses");
                break;
        }
    }

    private static void OneOf(string? value, IEnumerable<string> allowed, string path, JsonProblems problems)
    {
        var names = allowed.Select(n => char.ToLowerInvariant(n[0]) + n[1..]).ToList();
        if (!names.Contains(value, StringComparer.OrdinalIgnoreCase))
            problems.Add(path, $"is \"{value}\"; allowed: {string.Join(", ", names)}");
    }

    private static void Tier(BadgeKind kind, BadgeTierRule tier, string path, JsonProblems problems)
    {
        if (!Tiers.Contains(tier.Tier)) problems.Add($"{path}.tier", $"is \"{tier.Tier}\"; allowed: {string.Join(", ", Tiers)}");
        RuleSetCheck.Xp(tier.Xp, $"{path}.xp", problems);
        RuleSetCheck.Rate(tier.Below, $"{path}.below", problems);
        RuleSetCheck.Rate(tier.Above, $"{path}.above", problems);
        var hasRate = tier.Below is not null || tier.Above is not null;
        var (complete, needs) = kind switch
        {
            BadgeKind.Rate => (hasRate && tier.Days is > 0, "below or above, and days"),
            BadgeKind.CumulativeRate => (hasRate && tier.AtLeast is > 0, "below or above, and atLeast"),
            BadgeKind.Within => (tier is { AtLeast: > 0, Days: > 0, MaxDials: > 0 }, "atLeast, maxDials and days"),
            _ => (tier.AtLeast is > 0, "atLeast"),
        };
        if (!complete) problems.Add(path, $"a tier of a {kind} badge needs {needs}, each above 0");
    }
}
