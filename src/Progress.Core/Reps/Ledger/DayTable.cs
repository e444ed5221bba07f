namespace Progress.Reps;

/// <summary>One rep's days without gaps, summed up so that any window costs one subtraction.</summary>
internal sealed class DayTable
{
    private readonly long[] sums;
    private readonly int[] streaks;

    /// <param name="rows">Day number and counters of the days that have any, in order.</param>
    /// <param name="through">Last day wanted, if after the last row.</param>
    public DayTable(IReadOnlyList<(int Day, long[] Counters)> rows, int through)
    {
        First = rows.Count > 0 ? rows[0].Day : through;
        Last = rows.Count > 0 ? Math.Max(through, rows[^1].Day) : through;
        var fields = DayFields.Count;
        sums = new long[(Last - First + 2) * fields];
        var next = 0;
        for (var day = First; day <= Last; day++)
        {
            var counters = next < rows.Count && rows[next].Day == day ? rows[next++].Counters : null;
            var at = (day - First) * fields;
            for (var f = 0; f < fields; f++) sums[at + fields + f] = sums[at + f] + (counters?[f] ?? 0);
        }

        streaks = Streaks();
    }

    public int First { get; }

    public int Last { get; }

    public long Sum(DayField field, int from, int to)
    {
        from = Math.Max(from, First);
        to = Math.Min(to, Last);
        return from > to ? 0 : At(field, to + 1) - At(field, from);
    }

    public long Through(DayField field, int day) => Sum(field, First, day);

    public long On(DayField field, int day) => Sum(field, day, day);

    /// <summary>XP of facts and of other devices and systems, up to a day's end.</summary>
    public long Xp(int day) => Through(DayField.OwnXp, day) + Through(DayField.AwardXp, day) + Through(DayField.ElsewhereXp, day);

    /// <summary>Deals closed up to a day's end, wherever they were entered.</summary>
    public long Deals(int day) => Through(DayField.Deals, day) + Through(DayField.ElsewhereDeals, day);

    public bool IsActive(int day) => On(DayField.OwnXp, day) > 0 || On(DayField.ElsewhereActive, day) > 0;

    /// <summary>Whether a day had a dial, here or elsewhere.</summary>
    public bool IsDialed(int day) => On(DayField.Dials, day) > 0 || On(DayField.ElsewhereDialed, day) > 0;

    /// <summary>Consecutive active days that end on this one; 0 when it is not active.</summary>
    public int StreakEndingOn(int day) => day < First || day > Last ? 0 : streaks[day - First];

    /// <summary>The streak as shown on a day: ending on it, or on the day before while it has none yet.</summary>
    public int StreakOn(int day) => StreakEndingOn(day) is > 0 and var streak ? streak : StreakEndingOn(day - 1);

    /// <summary>The last active day up to this one, or null.</summary>
    public int? LastActive(int day)
    {
        for (day = Math.Min(day, Last); day >= First; day--)
            if (IsActive(day)) return day;
        return null;
    }

    private long At(DayField field, int day) => sums[((day - First) * DayFields.Count) + (int)field];

    private int[] Streaks()
    {
        var lengths = new int[Last - First + 1];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = IsActive(First + i) ? (i > 0 ? lengths[i - 1] : 0) + 1 : 0;
        return lengths;
    }
}
