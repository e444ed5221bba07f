namespace Progress.Reps;

/// <summary>A place on the leaderboard.</summary>
/// <param name="Place">From 1; equal figures share a place.</param>
/// <param name="RepId">The rep.</param>
/// <param name="Name">The rep's name.</param>
/// <param name="By">What is compared.</param>
/// <param name="Value">XP, or a rate 0–1; null without data, and then last.</param>
/// <param name="RankedBy">What decides: XP, or the Wilson bound that chance does not flatter; null without data.</param>
/// <param name="Denominator">Of a rate, what it rests on.</param>
public sealed record RepStanding(int Place, Guid RepId, string Name, string By, double? Value, double? RankedBy, long? Denominator);
