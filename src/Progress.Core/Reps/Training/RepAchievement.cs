namespace Progress.Reps;

/// <summary>A training fact to be entered.</summary>
/// <param name="Rep">Id or name of the rep.</param>
/// <param name="Kind">What kind of fact.</param>
/// <param name="Id">Which one: a module, an exam, a battle; of a mentee the rep mentored.</param>
/// <param name="Score">0–1; a module and an exam need one.</param>
/// <param name="Level">Level of a battle.</param>
/// <param name="Outcome">Of a battle: win, lose or abandon (won, lost, abandoned).</param>
/// <param name="ObjectionsCleared">Whether a battle's win cleared all objections.</param>
/// <param name="At">When; now where null. Without offset it is in the rep's zone.</param>
public sealed record NewAchievement(
    string Rep, AchievementKind Kind, string Id, double? Score = null, int? Level = null, string? Outcome = null,
    bool ObjectionsCleared = false, IsoTime? At = null);

/// <summary>A training fact.</summary>
/// <param name="RepId">The rep.</param>
/// <param name="Name">The rep's name.</param>
/// <param name="Kind">What kind of fact.</param>
/// <param name="Id">Which one.</param>
/// <param name="Score">0–1.</param>
/// <param name="Level">Level of a battle.</param>
/// <param name="Outcome">Of a battle.</param>
/// <param name="Passed">Whether it counts; a score below the mark is kept and does not pass.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Day">On which day of the rep.</param>
/// <param name="Status">What became of it.</param>
public sealed record RepAchievement(
    Guid RepId, string Name, AchievementKind Kind, string Id, double? Score, int? Level, string? Outcome, bool Passed,
    DateTime At, DateOnly Day, EntryStatus Status);
