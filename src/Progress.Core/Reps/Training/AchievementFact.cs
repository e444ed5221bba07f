namespace Progress.Reps;

/// <summary>One attempt or event of training; what does not pay is evidence of XP that is counted elsewhere.</summary>
internal sealed record AchievementFact(
    AchievementKind Kind, string Name, double? Score, int? Level, string? Outcome, bool Cleared, bool Passed, DateTime At, int Day, bool Pays = true);
