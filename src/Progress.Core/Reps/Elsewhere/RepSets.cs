namespace Progress.Reps;

/// <summary>What of a rep only ever grows, as ids: spec, "Union".</summary>
internal sealed record RepSets
{
    public IReadOnlyCollection<string> Badges { get; init; } = [];

    public IReadOnlyCollection<string> Modules { get; init; } = [];

    public IReadOnlyCollection<string> Certifications { get; init; } = [];

    public IReadOnlyCollection<string> Exams { get; init; } = [];

    public IReadOnlyCollection<string> Bosses { get; init; } = [];

    /// <summary>Grades, each with the day on which it was reached first.</summary>
    public IReadOnlyDictionary<string, int> Promotions { get; init; } = new Dictionary<string, int>();

    /// <summary>Local days on which the rep earned XP by own doing.</summary>
    public IReadOnlyCollection<int> ActiveDays { get; init; } = [];

    /// <summary>Local days with a dial.</summary>
    public IReadOnlyCollection<int> DialedDays { get; init; } = [];

    /// <summary>Local days that were awarded a streak, though the active days do not show one.</summary>
    public IReadOnlyCollection<int> StreakDays { get; init; } = [];

    /// <summary>What this store knows of a rep.</summary>
    public static RepSets Of(RepState state)
    {
        var (history, day) = (state.History, state.Day);
        var all = Enumerable.Range(history.Days.First, Math.Max(0, day - history.Days.First + 1)).ToList();
        return new RepSets
        {
            Badges = state.Badges(day),
            Modules = Training.Names(history.Achievements, AchievementKind.Module, day),
            Certifications = Training.Names(history.Achievements, AchievementKind.Certification, day),
            Exams = Training.Names(history.Achievements, AchievementKind.Exam, day),
            Bosses = [.. Training.Bosses(history.Achievements, state.Rules.Set).Keys.Order(StringComparer.Ordinal)],
            Promotions = state.Promotions.Where(p => p.Day <= day).GroupBy(p => p.Grade).ToDictionary(g => g.Key, g => g.Min(p => p.Day)),
            ActiveDays = [.. all.Where(history.Days.IsActive)],
            DialedDays = [.. all.Where(d => history.Days.IsDialed(d) || history.DayAwards.GetValueOrDefault(d).FirstDial > 0)],
            StreakDays = [.. history.DayAwards.Where(a => a.Value.Streak > 0 && history.Days.StreakEndingOn(a.Key) < 2).Select(a => a.Key).Order()],
        };
    }
}
