namespace Progress.Reps;

/// <summary>One attempt or event of training.</summary>
internal sealed record AchievementFact(
    AchievementKind Kind, string Name, double? Score, int? Level, string? Outcome, bool Cleared, bool Passed, DateTime At, int Day);
