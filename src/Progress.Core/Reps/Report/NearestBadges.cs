using Progress.Reports;

namespace Progress.Reps;

/// <summary>The badge tiers that a rep is nearest to.</summary>
internal static class NearestBadges
{
    private const int Listed = 5;

    public static ReportTable Of(RepState state)
    {
        var progress = new BadgeProgress(state.History, state.Rules.Set);
        var nearest = RepBadges.Of(state)
            .Where(b => !b.Earned)
            .Select(b => (Badge: b, Share: Share(state, progress, b)))
            .OrderByDescending(b => b.Share).ThenByDescending(b => b.Badge.Xp).ThenBy(b => b.Badge.Badge, StringComparer.Ordinal)
            .Take(Listed);
        return new ReportTable(
            [
                new("Badge"), new("Tier"), new("Have"), new("Need"), new("Of"), new("Window, days", ReportFormat.Number, "WindowDays"), new("Detail"),
                new("XP", ReportFormat.Number),
            ],
            [.. nearest.Select(b => Row(b.Badge))]);
    }

    private static IReadOnlyList<object?> Row(RepBadge badge) =>
    [
        badge.Title, badge.Tier, Wording.Measure(badge.Have, badge.Unit), Wording.Bound(badge.Comparison, badge.Need, badge.Unit),
        badge.Unit is null ? null : Wording.Words(badge.Unit), badge.WindowDays, badge.Detail, badge.Xp,
    ];

    /// <summary>How much of what a tier takes is there, 0–1.</summary>
    private static double Share(RepState state, BadgeProgress progress, RepBadge badge)
    {
        var rule = state.Rules.Set.Badges.List.First(b => b.Id == badge.Badge);
        var tier = rule.Tiers.First(t => t.Tier == badge.Tier);
        var now = progress.Judge(rule, tier, state.Day);
        if (now.Have is not { } have) return 0;
        return rule.Kind switch
        {
            BadgeKind.Rate => OfRate(tier, have) * Part(now.Dials!.Value, state.Rules.Set.Badges.MinDials),
            BadgeKind.CumulativeRate => OfRate(tier, have) * Part(now.Rate!.Value.Denominator, tier.AtLeast!.Value),
            BadgeKind.Within => Part(have, tier.AtLeast!.Value) * Part(tier.MaxDials!.Value, now.Dials!.Value),
            _ => Part(have, tier.AtLeast!.Value),
        };
    }

    private static double OfRate(BadgeTierRule tier, double have) =>
        tier.Below is { } below ? Part(below, have) : Part(have, tier.Above!.Value);

    private static double Part(double have, double need) => need <= have ? 1 : have / need;
}
