using System.Globalization;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Badges of reps.</summary>
public static class RepBadges
{
    /// <summary>Earned tiers, and of each badge the next tier.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reps">Ids, names or patterns; all active reps without any.</param>
    /// <param name="asOf">As of this day; today without it.</param>
    /// <param name="badges">Only these badges, ids or patterns; all without any.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>, <c>BadgeNotFound</c>.</exception>
    public static IEnumerable<RepBadge> Get(
        ProgressStore store, IReadOnlyCollection<string>? reps = null, IsoTime? asOf = null, IReadOnlyCollection<string>? badges = null)
    {
        var all = RepState.Read(store, reps, asOf).SelectMany(Of);
        return badges is { Count: > 0 } ? Only([.. all], badges) : all;
    }

    private static IEnumerable<RepBadge> Only(List<RepBadge> all, IReadOnlyCollection<string> badges)
    {
        var patterns = badges.Select(b => new NamePattern(b)).Where(p => p.IsPattern).ToList();
        var names = all.Select(b => b.Badge).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Count > 0 && badges.FirstOrDefault(b => !new NamePattern(b).IsPattern && !names.Contains(b)) is { } unknown)
            throw new ProgressException("BadgeNotFound", ErrorKind.NotFound, $"There is no badge '{unknown}'. Allowed: {string.Join(", ", names)}.", unknown);
        return all.Where(b => badges.Contains(b.Badge, StringComparer.OrdinalIgnoreCase) || patterns.Exists(p => p.Fits(b.Badge)));
    }

    internal static IEnumerable<RepBadge> Of(RepState state)
    {
        var (rules, held, days) = (state.Rules.Set, state.Badges(state.Day), EarnedDays(state));
        var progress = new BadgeProgress(state.History, rules);
        foreach (var badge in rules.Badges.List)
        {
            // A higher tier with a longer window may be earned before a lower one: the next is the lowest not earned.
            var next = badge.Tiers.FirstOrDefault(t => !held.Contains(BadgeKey.Name(badge.Id, t.Tier)));
            foreach (var tier in badge.Tiers)
            {
                var name = BadgeKey.Name(badge.Id, tier.Tier);
                var earned = held.Contains(name);
                if (earned || tier == next)
                    yield return Describe(state, badge, tier, progress.Judge(badge, tier, state.Day), earned ? days[name] : null);
            }
        }

        var known = rules.Badges.List.SelectMany(b => b.Tiers.Select(t => BadgeKey.Name(b.Id, t.Tier))).ToHashSet();
        foreach (var other in held.Where(h => !known.Contains(h)))
        {
            var badge = BadgeKey.Badge(other);
            yield return new RepBadge(
                state.Rep.Member, state.Rep.DisplayName, badge, badge, other.Length > badge.Length ? other[(badge.Length + 1)..] : null,
                true, DateOnly.FromDayNumber(days[other]), null, null, null, null, null, null, 0);
        }
    }

    private static Dictionary<string, int> EarnedDays(RepState state)
    {
        var days = new Dictionary<string, int>(state.History.GivenBadges);
        foreach (var (name, day) in state.History.Badges) days[name] = day;
        foreach (var badge in state.Unsettled.Badges) days[badge.Key[BadgeKey.Prefix.Length..]] = badge.Day;
        return days;
    }

    private static RepBadge Describe(RepState state, BadgeRule badge, BadgeTierRule tier, TierState now, int? earned)
    {
        var (comparison, need) = tier switch
        {
            { Below: { } below } => ("<", below),
            { Above: { } above } => (">", above),
            _ => ("≥", (double)tier.AtLeast!.Value),
        };
        var unit = now.Rate is not null ? "rate" : badge.Boss is not null ? "bosses" : badge.Of;
        return new RepBadge(
            state.Rep.Member, state.Rep.DisplayName, badge.Id, badge.Name, tier.Tier, earned is not null,
            earned is { } day ? DateOnly.FromDayNumber(day) : null, now.Have, comparison, need, unit, tier.Days,
            Detail(state.Rules.Set, badge, tier, now), tier.Xp);
    }

    private static string? Detail(RuleSet rules, BadgeRule badge, BadgeTierRule tier, TierState now) =>
        badge.Kind switch
        {
            BadgeKind.Rate => Text($"{now.Rate!.Value.Numerator} of {now.Rate.Value.Denominator} calls; {now.Dials} of ≥ {rules.Badges.MinDials} dials"),
            BadgeKind.CumulativeRate => Text($"{now.Rate!.Value.Numerator} of {now.Rate.Value.Denominator}, of ≥ {tier.AtLeast} appointments"),
            BadgeKind.Within => Text($"{now.Dials} of ≤ {tier.MaxDials} dials"),
            _ => null,
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
