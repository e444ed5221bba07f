using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Reads histories: a few statements for any number of reps.</summary>
internal static class HistoryReader
{
    private const int FewReps = 16;

    /// <summary>Histories of the reps, each with days up to at least the one given.</summary>
    public static IEnumerable<RepHistory> Read(ProgressStore store, IReadOnlyCollection<RepEntry> reps, Func<RepEntry, int> through)
    {
        // A few reps are looked up one by one; many are read in one pass over each table.
        if (reps.Count is > 1 and <= FewReps)
        {
            foreach (var history in reps.SelectMany(rep => Read(store, [rep], through))) yield return history;
            yield break;
        }

        int? only = reps.Count == 1 ? reps.First().Key : null;
        var days = Days(store, only);
        var achievements = Achievements(store, only);
        var cadences = Cadences(store, only);
        var awards = DayAwards(store, only);
        var badges = Badges(store, only);
        var given = GivenBadges(store, only);
        var promotions = Promotions(store, only);
        foreach (var rep in reps)
        {
            yield return new RepHistory(
                rep,
                new DayTable(days.GetValueOrDefault(rep.Key) ?? [], through(rep)),
                [.. achievements[rep.Key]],
                [.. cadences[rep.Key]],
                awards.GetValueOrDefault(rep.Key) ?? [],
                badges[rep.Key].ToDictionary(b => b.Badge, b => b.Day),
                given[rep.Key].ToDictionary(b => b.Badge, b => b.Day),
                [.. promotions[rep.Key]]);
        }
    }

    private static Dictionary<int, List<(int Day, long[] Counters)>> Days(ProgressStore store, int? rep)
    {
        var result = new Dictionary<int, List<(int, long[])>>();
        using var rows = new Statement(
            store.Connection, $"SELECT rep, day, {string.Join(", ", DayFields.Columns)} FROM rep_day {Where(rep)} ORDER BY rep, day");
        while (rows.Step())
        {
            var key = rows.Int(0);
            if (!result.TryGetValue(key, out var list)) result[key] = list = [];
            var counters = new long[DayFields.Count];
            for (var i = 0; i < counters.Length; i++) counters[i] = rows.Long(i + 2);
            list.Add((rows.Int(1), counters));
        }

        return result;
    }

    private static Dictionary<int, Dictionary<int, (int, int)>> DayAwards(ProgressStore store, int? rep)
    {
        var result = new Dictionary<int, Dictionary<int, (int, int)>>();
        using var rows = new Statement(store.Connection, $"SELECT rep, day, first_dial, streak FROM day_award {Where(rep)}");
        while (rows.Step())
        {
            if (!result.TryGetValue(rows.Int(0), out var days)) result[rows.Int(0)] = days = [];
            days[rows.Int(1)] = (rows.Int(2), rows.Int(3));
        }

        return result;
    }

    private static ILookup<int, AchievementFact> Achievements(ProgressStore store, int? rep)
    {
        var sql = $"{AchievementTable.Select} {Where(rep)} ORDER BY rep, day, at, kind, name";
        return store.Connection.Query<AchievementRow>(sql).ToLookup(r => (int)r.Rep, r => r.ToFact());
    }

    private static ILookup<int, CadenceLead> Cadences(ProgressStore store, int? rep)
    {
        var sql = $"""
            SELECT rep, lead, day, kind = '{XpSource.CadenceStarted}' AS started
            FROM activity {Where(rep, $"kind IN ('{XpSource.CadenceStarted}', '{XpSource.CadenceCompleted}') AND undone IS NULL AND lead IS NOT NULL")}
            ORDER BY rep, lead, day
            """;
        return store.Connection.Query<(long Rep, string Lead, long Day, long Started)>(sql)
            .GroupBy(r => (r.Rep, r.Lead))
            .ToLookup(g => (int)g.Key.Rep, g => new CadenceLead(g.Key.Lead, Days(g, started: 1), Days(g, started: 0)));

        static int[] Days(IEnumerable<(long Rep, string Lead, long Day, long Started)> rows, long started) =>
            [.. rows.Where(r => r.Started == started).Select(r => (int)r.Day)];
    }

    private static ILookup<int, (string Badge, int Day)> Badges(ProgressStore store, int? rep)
    {
        var sql = $"SELECT rep, substr(key, {BadgeKey.Prefix.Length + 1}), day FROM xp_fact {Where(rep, $"key >= '{BadgeKey.Prefix}' AND key < '{BadgeKey.End}'")}";
        return store.Connection.Query<(long Rep, string Badge, long Day)>(sql).ToLookup(r => (int)r.Rep, r => (r.Badge, (int)r.Day));
    }

    private static ILookup<int, (string Badge, int Day)> GivenBadges(ProgressStore store, int? rep) =>
        store.Connection.Query<(long Rep, string Badge, long Day)>($"SELECT rep, badge, day FROM rep_badge {Where(rep)}")
            .ToLookup(r => (int)r.Rep, r => (r.Badge, (int)r.Day));

    private static ILookup<int, PromotionFact> Promotions(ProgressStore store, int? rep) =>
        store.Connection.Query<(long Rep, string Grade, long Day, long Rules, string Evidence)>(
                $"SELECT rep, grade, day, rules, evidence FROM promotion {Where(rep)} ORDER BY rep, day, grade")
            .ToLookup(r => (int)r.Rep, r => new PromotionFact(r.Grade, (int)r.Day, r.Rules, r.Evidence));

    private static string Where(int? rep, string? condition = null) =>
        (rep, condition) switch
        {
            (null, null) => "",
            (null, _) => $"WHERE {condition}",
            (_, null) => $"WHERE rep = {rep}",
            _ => $"WHERE rep = {rep} AND {condition}",
        };
}
