namespace Progress.Reps;

/// <summary>How far a rep is from a badge tier on a day.</summary>
/// <param name="Earned">Whether the tier is earned on that day.</param>
/// <param name="Have">What the rep has: a count, or a rate 0–1; null without data.</param>
/// <param name="Rate">Of a rate, what it rests on.</param>
/// <param name="Dials">Dials in the window, where they matter.</param>
internal readonly record struct TierState(bool Earned, double? Have, Rate? Rate = null, long? Dials = null);

/// <summary>Judges badge tiers; spec, "Badges".</summary>
internal sealed class BadgeProgress(RepHistory history, RuleSet rules)
{
    private readonly IReadOnlyDictionary<string, AchievementFact> bosses = Training.Bosses(history.Achievements, rules);

    public TierState Judge(BadgeRule badge, BadgeTierRule tier, int day) =>
        badge.Kind switch
        {
            BadgeKind.Rate => WindowRate(badge, tier, day),
            BadgeKind.CumulativeRate => CumulativeRate(badge, tier, day),
            BadgeKind.Within => Within(tier, day),
            BadgeKind.Boss => AtLeast(bosses.GetValueOrDefault(badge.Boss!)?.Day <= day ? 1 : 0, tier),
            _ => AtLeast(Count(badge.Counter, day), tier),
        };

    private TierState WindowRate(BadgeRule badge, BadgeTierRule tier, int day)
    {
        var from = day - tier.Days!.Value + 1;
        var dials = history.Days.Sum(DayField.Dials, from, day);
        var rate = MetricFormula.Over(history.Days, badge.Metric, from, day);
        return new TierState(dials >= rules.Badges.MinDials && tier.Admits(rate.Value), rate.Value, rate, dials);
    }

    private TierState CumulativeRate(BadgeRule badge, BadgeTierRule tier, int day)
    {
        var rate = MetricFormula.Over(history.Days, badge.Metric, history.Days.First, day);
        return new TierState(rate.Denominator >= tier.AtLeast && tier.Admits(rate.Value), rate.Value, rate);
    }

    private TierState Within(BadgeTierRule tier, int day)
    {
        var from = day - tier.Days!.Value + 1;
        var appointments = history.Days.Sum(DayField.Appts, from, day);
        var dials = history.Days.Sum(DayField.Dials, from, day);
        return new TierState(appointments >= tier.AtLeast && dials <= tier.MaxDials, appointments, Dials: dials);
    }

    private static TierState AtLeast(long have, BadgeTierRule tier) => new(have >= tier.AtLeast, have);

    private long Count(RepCounter counter, int day) =>
        counter switch
        {
            RepCounter.StreakDays => history.Days.StreakOn(day),
            RepCounter.Mentees => Training.Names(history.Achievements, AchievementKind.Mentee, day).Count,
            _ => RepCounters.Through(history.Days, counter, day),
        };
}
