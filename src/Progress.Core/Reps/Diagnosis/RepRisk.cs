namespace Progress.Reps;

/// <summary>A new rep who may be about to give up.</summary>
/// <param name="RepId">The rep.</param>
/// <param name="Name">The rep's name.</param>
/// <param name="StartDate">First day of work: the date given, else the first day with activity.</param>
/// <param name="DayOfWork">How many days ago that was, from 1.</param>
/// <param name="Dials">Dials of the last seven local days.</param>
/// <param name="DialsBefore">Dials of the seven days before.</param>
/// <param name="StreakDays">The streak.</param>
/// <param name="LongestStreak">The longest streak so far.</param>
/// <param name="LastActivity">Last active day.</param>
/// <param name="Reasons">Why the rep is listed.</param>
public sealed record RepRisk(
    Guid RepId, string Name, DateOnly StartDate, int DayOfWork, long Dials, long DialsBefore, int StreakDays, int LongestStreak,
    DateOnly? LastActivity, IReadOnlyList<string> Reasons);
