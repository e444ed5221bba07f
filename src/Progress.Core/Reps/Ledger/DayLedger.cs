using Progress.Store;

namespace Progress.Reps;

/// <summary>Gathers what a change adds to the days of reps, and writes it in one go.</summary>
internal sealed class DayLedger
{
    private readonly Dictionary<(int Rep, int Day), long[]> days = [];

    /// <summary>The counters gathered for a day, to add to.</summary>
    public long[] this[int rep, int day]
    {
        get
        {
            if (!days.TryGetValue((rep, day), out var counters)) days[(rep, day)] = counters = new long[DayFields.Count];
            return counters;
        }
    }

    /// <summary>Reps touched, each with its earliest day.</summary>
    public Dictionary<int, int> Earliest() =>
        days.Keys.GroupBy(k => k.Rep).ToDictionary(g => g.Key, g => g.Min(k => k.Day));

    /// <summary>Adds everything gathered to the store.</summary>
    public void Flush(StoreChange change)
    {
        var columns = DayFields.Columns;
        var sql = $"""
            INSERT INTO rep_day (rep, day, {string.Join(", ", columns)}) VALUES (?1, ?2, {string.Join(", ", columns.Select((_, i) => $"?{i + 3}"))})
            ON CONFLICT DO UPDATE SET {string.Join(", ", columns.Select(c => $"{c} = {c} + excluded.{c}"))}
            """;
        using var upsert = new Statement(change.Connection, sql);
        foreach (var ((rep, day), counters) in days.OrderBy(d => d.Key))
        {
            upsert.Bind(1, (long)rep).Bind(2, (long)day);
            for (var i = 0; i < counters.Length; i++) upsert.Bind(i + 3, counters[i]);
            upsert.Run();
        }

        days.Clear();
    }
}
