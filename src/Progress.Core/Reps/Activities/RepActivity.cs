namespace Progress.Reps;

/// <summary>An activity to be entered.</summary>
/// <param name="Rep">Id or name of the rep.</param>
/// <param name="Kind">An XP source of the rules, or one of its aliases, e.g. <c>appointment_held</c>.</param>
/// <param name="At">When; now where null. Without offset it is in the rep's zone.</param>
/// <param name="Count">How many; 1 or more.</param>
/// <param name="LeadId">The lead concerned; a cadence needs one.</param>
/// <param name="Id">Idempotency key: what was entered under it is entered once.</param>
public sealed record NewActivity(string Rep, string Kind, IsoTime? At = null, int Count = 1, string? LeadId = null, string? Id = null);

/// <summary>An activity entered by hand.</summary>
/// <param name="Id">Its key.</param>
/// <param name="RepId">The rep.</param>
/// <param name="Name">The rep's name.</param>
/// <param name="Kind">What was done.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Day">On which day of the rep.</param>
/// <param name="Count">How many.</param>
/// <param name="LeadId">The lead concerned.</param>
/// <param name="Xp">XP that it paid.</param>
/// <param name="Status">What became of it.</param>
public sealed record RepActivity(
    string Id, Guid RepId, string Name, string Kind, DateTime At, DateOnly Day, int Count, string? LeadId, long Xp, EntryStatus Status);
