namespace Progress.Reps;

/// <summary>One fact of the XP ledger.</summary>
/// <param name="FactId">What happened; it pays a rep once.</param>
/// <param name="RepId">The rep.</param>
/// <param name="Name">The rep's name.</param>
/// <param name="Source">XP source.</param>
/// <param name="Xp">XP, never negative.</param>
/// <param name="OccurredAt">When, UTC; of a day's award the start of the day.</param>
/// <param name="Day">Local day.</param>
/// <param name="RuleSet">Number of the rule version under which it was granted.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record RepXp(
    string FactId, Guid RepId, string Name, string Source, long Xp, DateTime OccurredAt, DateOnly Day, long RuleSet, string? Evidence);
