using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Where reps stand.</summary>
public static class RepProgressions
{
    /// <summary>One object a rep, in order of name.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reps">Ids, names or patterns; all active reps without any.</param>
    /// <param name="asOf">As of this day; today without it.</param>
    /// <param name="since">Also what was gained from this day on.</param>
    /// <param name="explain">Fills the explanations.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>.</exception>
    public static IReadOnlyList<RepProgression> Get(
        ProgressStore store, IReadOnlyCollection<string>? reps = null, IsoTime? asOf = null, DateOnly? since = null, bool explain = false) =>
        store.Read<IReadOnlyList<RepProgression>>(_ => [.. Describe(store, reps, asOf, since, explain)]);

    private static IEnumerable<RepProgression> Describe(
        ProgressStore store, IReadOnlyCollection<string>? reps, IsoTime? asOf, DateOnly? since, bool explain)
    {
        var pending = Pending(store);
        foreach (var state in RepState.Read(store, reps, asOf))
        {
            var progression = Describe(state, pending.Contains(state.Rep.Member.ToString()) ? SyncState.Pending : SyncState.Synced);
            if (since is { } from) progression = Gains(state, progression, from);
            if (explain) progression = progression with { Explanation = ProgressionExplanation.Of(store, state).ToList() };
            yield return progression;
        }
    }

    private static RepProgression Describe(RepState state, SyncState sync)
    {
        var (history, rules, day, days) = (state.History, state.Rules.Set, state.Day, state.History.Days);
        var xp = state.Xp(day);
        var level = Levels.Of(rules.Levels, xp);
        var rank = state.Rank(day);
        return new RepProgression
        {
            RepId = state.Rep.Member,
            Name = state.Rep.DisplayName,
            AsOf = DateOnly.FromDayNumber(day),
            TimeZone = state.Rep.Zones.On(day).Id,
            TotalXp = xp,
            Level = level,
            XpIntoLevel = xp - Levels.Start(rules.Levels, level),
            XpToNextLevel = Levels.Start(rules.Levels, level + 1) - xp,
            Rank = rank.Grade,
            RankName = rank.Name,
            NextRank = Ranks.Next(rules, rank)?.Grade,
            Missing = state.NextGates().Where(g => g.Status != GateStatus.Passed).ToList(),
            Badges = state.Badges(day),
            StreakDays = days.StreakOn(day),
            Dials = days.Through(DayField.Dials, day),
            Appointments = days.Through(DayField.Appts, day),
            ClosedDeals = days.Deals(day),
            Modules = Known(Training.Modules(history.Achievements, rules), day),
            Exams = Training.Names(history.Achievements, AchievementKind.Exam, day),
            Certifications = Training.Names(history.Achievements, AchievementKind.Certification, day),
            Bosses = Known(Training.Bosses(history.Achievements, rules), day),
            Sub30sDropRate = state.Metric(RepMetricName.Sub30sDropRate).Value,
            CallToApptRate = state.Metric(RepMetricName.CallToApptRate).Value,
            TwoPlusMinRate = state.Metric(RepMetricName.TwoPlusMinRate).Value,
            ConnectRate = state.Metric(RepMetricName.ConnectRate).Value,
            ShowRate = state.Metric(RepMetricName.ShowRate).Value,
            CadenceCompletion = state.Metric(RepMetricName.CadenceCompletion).Value,
            LastActivity = days.LastActive(day) is { } last ? DateOnly.FromDayNumber(last) : null,
            SyncState = sync,
        };
    }

    private static RepProgression Gains(RepState state, RepProgression now, DateOnly since)
    {
        // Since a day that has not come yet, nothing was gained.
        var before = Math.Min(since.DayNumber - 1, state.Day);
        return now with
        {
            Since = since,
            XpGained = now.TotalXp - state.Xp(before),
            LevelsGained = now.Level - state.Level(before),
            BadgesGained = now.Badges.Except(state.Badges(before)).ToList(),
            PromotionsGained = state.Promotions.Where(p => p.Day > before && p.Day <= state.Day).Select(p => p.Grade).ToList(),
        };
    }

    private static List<string> Known(IReadOnlyDictionary<string, AchievementFact> facts, int day) =>
        [.. facts.Where(f => f.Value.Day <= day).Select(f => f.Key).Order(StringComparer.Ordinal)];

    private static HashSet<string> Pending(ProgressStore store) =>
        [.. store.Connection.Query<string>("SELECT key FROM outbox WHERE entity = @entity", new { entity = ProgressionRecord.Entity })];
}
