using Progress.Store;

namespace Progress.Reps;

/// <summary>Compares the derived days with the ledger and the facts that they are derived from.</summary>
internal static class LedgerCheck
{
    /// <summary>Differences, in words.</summary>
    public static IEnumerable<string> Differences(ProgressStore store) => Xp(store).Concat(Counters(store));

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
                    yield return $"rep {key.Item1}, {Date(key.Item2)}: the ledger has {sum.Own} + {sum.Award} XP, the day {days.Long(2)} + {days.Long(3)}";
            }
        }

        foreach (var ((rep, day), sum) in ledger.Where(l => l.Value != (0, 0)))
            yield return $"rep {rep}, {Date(day)}: the ledger has {sum.Own} + {sum.Award} XP, the day is missing";
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
                if ((counters?[i] ?? 0) != days.Int(i + 2))
                    yield return $"rep {days.Int(0)}, {Date(days.Int(1))}: {columns[i]} is {days.Int(i + 2)}, its facts make {counters?[i] ?? 0}";
        }

        foreach (var ((rep, day), _) in expected.Where(e => e.Value.Any(c => c != 0)))
            yield return $"rep {rep}, {Date(day)}: there are facts, and the day is missing";
    }

    private static Dictionary<(int Rep, int Day), int[]> Recount(ProgressStore store)
    {
        var book = RuleBook.Load(store);
        var days = new Dictionary<(int, int), int[]>();
        using (var calls = new Statement(store.Connection, "SELECT rep, day, outcome, count(*) FROM call WHERE rep IS NOT NULL GROUP BY rep, day, outcome"))
            while (calls.Step())
                DayFields.AddCall(At(calls), (CallOutcome)calls.Int(2), calls.Int(3));
        using (var activities = new Statement(store.Connection, "SELECT rep, day, kind, sum(count) FROM activity WHERE undone IS NULL GROUP BY rep, day, kind"))
            while (activities.Step())
                DayFields.AddActivity(At(activities), book.InForce(activities.Int(1)).Set, activities.Text(2), activities.Int(3));
        return days;

        int[] At(Statement row)
        {
            var key = (row.Int(0), row.Int(1));
            return days.TryGetValue(key, out var counters) ? counters : days[key] = new int[DayFields.Count];
        }
    }

    private static string Date(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd");
}
