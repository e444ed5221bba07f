namespace Progress.Reps;

/// <summary>A fact of the general ledger, before it is granted.</summary>
/// <param name="Key">What happened; it pays a rep once.</param>
/// <param name="Source">XP source.</param>
/// <param name="Xp">XP.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Day">Local day.</param>
/// <param name="Rules">Rule version.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record XpFact(string Key, string Source, long Xp, DateTime At, int Day, long Rules, string? Evidence = null);
