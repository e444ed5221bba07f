using Progress.Store;

namespace Progress.Reps;

/// <summary>One rep as of a day: the history, with what the days since its last settling bring on top.</summary>
internal sealed class RepState
{
    /// <summary>Days of a week that ends on a day, wherever weeks are compared.</summary>
    public const int WeekDays = 7;

    private RepState(RepHistory history, RuleBook book, int day)
    {
        (History, Book, Day) = (history, book, day);
        Rules = book.InForce(day);
        // Reading writes nothing: days that nobody settled yet are judged on the fly.
        Unsettled = AwardRun.Of(history, book, (history.Rep.EvaluatedThrough ?? day) + 1, day);
    }

    public RepHistory History { get; }

    public RuleBook Book { get; }

    /// <summary>Rules in force on the day.</summary>
    public RuleVersion Rules { get; }

    public int Day { get; }

    public RepEntry Rep => History.Rep;

    /// <summary>Reps as of a time; without one, as of today where each of them is.</summary>
    /// <exception cref="ProgressException"><c>RepNotFound</c>.</exception>
    public static IReadOnlyList<RepState> Read(ProgressStore store, IReadOnlyCollection<string>? reps, IsoTime? asOf) =>
        store.Read<IReadOnlyList<RepState>>(_ =>
        {
            var register = RepRegister.Load(store);
            var book = RuleBook.Load(store);
            var time = asOf ?? new IsoTime(store.UtcNow);
            return [.. HistoryReader.Read(store, register.Select(reps), r => r.Zones.DayOf(time))
                .Select(h => new RepState(h, book, h.Rep.Zones.DayOf(time)))];
        });

    /// <summary>XP up to a day's end.</summary>
    public long Xp(int day) =>
        History.Days.Xp(day)
        + Unsettled.Days.Where(d => d.Key <= day).Sum(d => d.Value.FirstDial + d.Value.Streak)
        + Unsettled.Badges.Where(b => b.Day <= day).Sum(b => b.Xp);

    /// <summary>XP of the week that ends on a day.</summary>
    public long WeekXp(int day) => Xp(day) - Xp(day - WeekDays);

    public IEnumerable<PromotionFact> Promotions => History.Promotions.Concat(Unsettled.Promotions);

    /// <summary>Badge tiers held at a day's end, in order of name.</summary>
    public List<string> Badges(int day) =>
        [.. History.Badges.Concat(History.GivenBadges).Where(b => b.Value <= day).Select(b => b.Key)
            .Concat(Unsettled.Badges.Where(b => b.Day <= day).Select(b => b.Key[BadgeKey.Prefix.Length..]))
            .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Days and badges that were earned, and nobody settled yet.</summary>
    public AwardSet Unsettled { get; }

    public int Level(int day) => Levels.Of(Book.InForce(day).Set.Levels, Xp(day));

    public RankRule Rank(int day) => Ranks.Reached(Book.InForce(day).Set, Promotions, day);

    public Rate Metric(RepMetricName metric, int? days = null, RateDenominator denominator = RateDenominator.Total) =>
        MetricFormula.AsOf(History, Rules.Set, metric, Day, days, denominator);

    /// <summary>The gates of the next rank, or none after the last.</summary>
    public IReadOnlyList<GateState> NextGates() =>
        Ranks.Next(Rules.Set, Rank(Day)) is { } next ? new Gates(History, Rules.Set, Badges).Judge(next, Day, Xp(Day)) : [];
}
