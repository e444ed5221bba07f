using System.Text.Json;
using Progress.Json;

namespace Progress.Reps;

/// <summary>What a stretch of days brings a rep.</summary>
/// <param name="Days">First dials and streak days, by local day.</param>
/// <param name="Badges">Badge tiers.</param>
/// <param name="Promotions">Ranks, in order.</param>
internal sealed record AwardSet(
    IReadOnlyDictionary<int, (int FirstDial, int Streak, long Rules)> Days, IReadOnlyList<XpFact> Badges, IReadOnlyList<PromotionFact> Promotions);

/// <summary>Judges day after day, each on its closing state, what the rules award; spec, "Badges" and "Ranks".</summary>
/// <remarks>A pure function of the history: awards already granted stay, and are not granted again.</remarks>
internal sealed class AwardRun(RepHistory history, RuleBook book)
{
    private readonly Dictionary<int, (int FirstDial, int Streak, long Rules)> days = [];
    private readonly Dictionary<string, int> earned = new(history.Badges);
    private readonly List<XpFact> badges = [];
    private readonly List<PromotionFact> promotions = [];
    private long granted;

    public static AwardSet Of(RepHistory history, RuleBook book, int from, int through) => new AwardRun(history, book).Over(from, through);

    private AwardSet Over(int from, int through)
    {
        RuleVersion? rules = null;
        Gates gates = null!;
        BadgeProgress progress = null!;
        List<Tier> pending = [];
        for (var day = Math.Max(from, history.Days.First); day <= through; day++)
        {
            if (book.InForce(day) is var now && now != rules)
            {
                rules = now;
                gates = new Gates(history, rules.Set, d => [.. earned.Concat(history.GivenBadges).Where(e => e.Value <= d).Select(e => e.Key)]);
                progress = new BadgeProgress(history, rules.Set);
                pending = Pending(rules.Set);
            }

            AwardDay(rules, day);
            AwardBadges(rules, progress, pending, day);
            Promote(rules, gates, day);
        }

        return new AwardSet(days, badges, promotions);
    }

    private void AwardDay(RuleVersion rules, int day)
    {
        var has = history.DayAwards.GetValueOrDefault(day);
        var first = has.FirstDial == 0 && history.Days.IsDialed(day) ? rules.Set.Xp[XpSource.FirstDialOfDay] : 0;
        var streak = has.Streak == 0 && history.Days.StreakEndingOn(day) > 1 ? rules.Set.Xp[XpSource.StreakDay] : 0;
        if (first + streak == 0) return;
        days[day] = (first, streak, rules.Id);
        granted += first + streak;
    }

    private sealed record Tier(BadgeRule Badge, BadgeTierRule Rule, string Name);

    private List<Tier> Pending(RuleSet rules) =>
        [.. rules.Badges.List
            .SelectMany(b => b.Tiers.Select(t => new Tier(b, t, BadgeKey.Name(b.Id, t.Tier))))
            .Where(t => !earned.ContainsKey(t.Name))];

    private void AwardBadges(RuleVersion rules, BadgeProgress progress, List<Tier> pending, int day)
    {
        for (var i = 0; i < pending.Count; i++)
        {
            var (badge, tier, name) = pending[i];
            if (progress.Judge(badge, tier, day) is not { Earned: true } state) continue;
            pending.RemoveAt(i--);
            earned[name] = day;
            granted += tier.Xp;
            badges.Add(new XpFact(BadgeKey.Of(name), XpSource.BadgeTier, tier.Xp, history.Rep.Zones.StartOf(day), day, rules.Id, Json(state)));
        }
    }

    private void Promote(RuleVersion rules, Gates gates, int day)
    {
        var total = history.Days.Xp(day) + granted;
        while (Ranks.Next(rules.Set, Ranks.Reached(rules.Set, history.Promotions.Concat(promotions), day)) is { } next)
        {
            if (total < next.Xp || history.Promotions.Any(p => p.Grade == next.Grade)) return;
            var states = gates.Judge(next, day, total);
            if (states.Any(s => s.Status != GateStatus.Passed)) return;
            promotions.Add(new PromotionFact(next.Grade, day, rules.Id, Json(states)));
        }
    }

    private static string Json<T>(T evidence) => JsonSerializer.Serialize(evidence, OutputJson.Compact);
}
