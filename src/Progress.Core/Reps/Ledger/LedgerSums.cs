using Progress.Store;

namespace Progress.Reps;

/// <summary>What the ledger adds up to by rep and day: what <c>rep_day</c> must say.</summary>
internal static class LedgerSums
{
    /// <summary>XP of own doing and of awards for each day of a rep.</summary>
    public static IReadOnlyList<(int Day, long Own, long Award)> ByDay(ProgressStore store, RuleBook book, int rep) =>
        [.. All(store, book, rep).Select(d => (d.Key.Day, d.Value.Own, d.Value.Award)).OrderBy(d => d.Day)];

    /// <summary>The same for all reps, or one.</summary>
    public static IReadOnlyDictionary<(int Rep, int Day), (long Own, long Award)> All(ProgressStore store, RuleBook book, int? only = null)
    {
        var sums = new Dictionary<(int, int), (long Own, long Award)>();
        var where = only is { } rep ? $"WHERE rep = {rep}" : "WHERE rep IS NOT NULL";
        using (var calls = new Statement(store.Connection, $"SELECT rep, day, sources, rules, count(*) FROM call {where} GROUP BY rep, day, sources, rules"))
            while (calls.Step())
                Add(calls, book.ById[calls.Long(3)].XpOf((CallSource)calls.Int(2)) * calls.Long(4), 0);
        using (var facts = new Statement(
                   store.Connection,
                   $"""
                    SELECT rep, day, sum(CASE source WHEN '{XpSource.BadgeTier}' THEN 0 ELSE xp END), sum(CASE source WHEN '{XpSource.BadgeTier}' THEN xp ELSE 0 END)
                    FROM xp_fact {where} GROUP BY rep, day
                    """))
            while (facts.Step()) Add(facts, facts.Long(2), facts.Long(3));
        using (var days = new Statement(store.Connection, $"SELECT rep, day, first_dial + streak FROM day_award {where}"))
            while (days.Step()) Add(days, 0, days.Long(2));
        return sums;

        void Add(Statement row, long own, long award)
        {
            var key = (row.Int(0), row.Int(1));
            var sum = sums.GetValueOrDefault(key);
            sums[key] = (sum.Own + own, sum.Award + award);
        }
    }
}
