using Progress.Store;

namespace Progress.Reps;

/// <summary>Compares the derived days with the ledger and the facts that they are derived from.</summary>
internal static class LedgerCheck
{
    /// <summary>Differences, in words.</summary>
    public static IEnumerable<string> Differences(ProgressStore store) => Xp(store).Concat(Counters(store)).Concat(ElsewhereTable.Differences(store));

    private static IEnumerable<string> Xp(ProgressStore store)
    {
        var book = RuleBook.Load(store);
        var ledger = new Dictionary<(int, int), (long Own, long Award)>(LedgerSums.All(store, book));
        using (var days = new Statement(store.Connection, "SELECT rep, day, own_xp, award_xp FROM rep_day"))
        {
            while (days.Step())
            {
                var key = (days.Int(0), days.Int(1));
                ledger.Remove(key, out var sum);
                if (sum != (days.Long(2), days.Long(3)))
                    yield return $"rep {key.Item1}, {IsoText.Day(key.Item2)}: the ledger has {sum.Own} + {sum.Award} XP, the day {days.Long(2)} + {days.Long(3)}";
            }
        }

        foreach (var ((rep, day), sum) in ledger.Where(l => l.Value != (0, 0)))
            yield return $"rep {rep}, {IsoText.Day(day)}: the ledger has {sum.Own} + {sum.Award} XP, the day is missing";
    }

    private static IEnumerable<string> Counters(ProgressStore store)
    {
        var expected = Recount(store);
        var columns = DayFields.Columns[..(int)DayField.OwnXp];
        using var days = new Statement(store.Connection, $"SELECT rep, day, {string.Join(", ", columns)} FROM rep_day");
        while (days.Step())
        {
            expected.Remove((days.Int(0), days.Int(1)), out var counters);
            for (var i = 0; i < columns.Length; i++)
                if ((counters?[i] ?? 0) != days.Long(i + 2))
                    yield return $"rep {days.Int(0)}, {IsoText.Day(days.Int(1))}: {columns[i]} is {days.Long(i + 2)}, its facts make {counters?[i] ?? 0}";
        }

        foreach (var ((rep, day), _) in expected.Where(e => e.Value.Any(c => c != 0)))
            yield return $"rep {rep}, {IsoText.Day(day)}: there are facts, and the day is missing";
    }

    private const string Activities = """
        SELECT a.rep, a.day, a.kind, sum(a.count), f.rules
        FROM activity AS a LEFT JOIN xp_fact AS f ON f.rep = a.rep AND f.key = 'activity:' || a.key
        WHERE a.undone IS NULL GROUP BY a.rep, a.day, a.kind, f.rules
        """;

    private static Dictionary<(int Rep, int Day), long[]> Recount(ProgressStore store)
    {
        var book = RuleBook.Load(store);
        var days = new Dictionary<(int, int), long[]>();
        using (var calls = new Statement(store.Connection, "SELECT rep, day, outcome, count(*) FROM call WHERE rep IS NOT NULL GROUP BY rep, day, outcome"))
            while (calls.Step())
                DayFields.AddCall(At(calls), (CallOutcome)calls.Int(2), calls.Long(3));
        using (var activities = new Statement(store.Connection, Activities))
            while (activities.Step())
                DayFields.AddActivity(At(activities), book.Of(activities.NullableLong(4), activities.Int(1)).Set, activities.Text(2), activities.Long(3));
        return days;

        long[] At(Statement row)
        {
            var key = (row.Int(0), row.Int(1));
            return days.TryGetValue(key, out var counters) ? counters : days[key] = new long[DayFields.Count];
        }
    }
}
