namespace Progress.Reps;

/// <summary>Levels: a function of total XP; seed, "Level Thresholds".</summary>
public static class Levels
{
    /// <summary>The level that a total of XP is in, from 1, without end.</summary>
    public static int Of(LevelTable table, long xp)
    {
        var last = table.Thresholds[^1];
        if (xp >= last) return checked((int)(table.Thresholds.Count + ((xp - last) / table.Step)));
        var level = 0;
        while (xp >= table.Thresholds[level]) level++;
        return Math.Max(level, 1);
    }

    /// <summary>XP at which a level begins.</summary>
    public static long Start(LevelTable table, int level) =>
        level <= table.Thresholds.Count
            ? table.Thresholds[level - 1]
            : table.Thresholds[^1] + ((level - table.Thresholds.Count) * table.Step);
}
