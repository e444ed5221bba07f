namespace Progress.Reps;

/// <summary>A badge tier of a rep: earned, or the next one of its badge with how far it is.</summary>
/// <param name="RepId">The rep.</param>
/// <param name="Name">The rep's name.</param>
/// <param name="Badge">Badge's id, e.g. <c>opener_elite</c>.</param>
/// <param name="Title">Badge's name, e.g. <c>Opener Elite</c>.</param>
/// <param name="Tier">bronze, silver, gold or platinum; null of a badge that came from elsewhere without one.</param>
/// <param name="Earned">Whether it is earned.</param>
/// <param name="EarnedOn">Local day on which it was earned.</param>
/// <param name="Have">What the rep has: a count, or a rate 0–1; null without data.</param>
/// <param name="Comparison"><c>≥</c>, <c>&lt;</c> or <c>&gt;</c>.</param>
/// <param name="Need">What it takes.</param>
/// <param name="Unit">What is counted, or <c>rate</c>.</param>
/// <param name="WindowDays">Trailing local days looked at; null where the whole history counts.</param>
/// <param name="Detail">What else it takes, and what there is of it.</param>
/// <param name="Xp">XP that the tier pays.</param>
public sealed record RepBadge(
    Guid RepId, string Name, string Badge, string Title, string? Tier, bool Earned, DateOnly? EarnedOn, double? Have,
    string? Comparison, double? Need, string? Unit, int? WindowDays, string? Detail, int Xp);
