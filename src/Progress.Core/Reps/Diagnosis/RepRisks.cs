using Progress.Store;

namespace Progress.Reps;

/// <summary>Early warning; seed: 70 % of reps quit in their first month because they cannot see their progress.</summary>
public static class RepRisks
{
    /// <summary>Reps in their first days whose activity falls or whose streak broke, least dials first.</summary>
    /// <exception cref="ProgressException"><c>RepNotFound</c>.</exception>
    public static IEnumerable<RepRisk> Get(ProgressStore store, IReadOnlyCollection<string>? reps = null, IsoTime? asOf = null) =>
        Of(RepState.Read(store, reps, asOf));

    internal static IEnumerable<RepRisk> Of(IEnumerable<RepState> states) =>
        states.Select(Of).OfType<RepRisk>().OrderBy(r => r.Dials).ThenBy(r => r.Name, StringComparer.Ordinal);

    internal static RepRisk? Of(RepState state)
    {
        var (days, day, rules) = (state.History.Days, state.Day, state.Rules.Set.Risk);
        if ((state.Rep.Start?.DayNumber ?? FirstActive(days, day)) is not { } start || start > day || day - start >= rules.FirstDays) return null;
        var now = days.Sum(DayField.Dials, day - RepState.WeekDays + 1, day);
        var before = days.Sum(DayField.Dials, day - (2 * RepState.WeekDays) + 1, day - RepState.WeekDays);
        var streak = days.StreakOn(day);
        var longest = Enumerable.Range(start, day - start + 1).Max(days.StreakEndingOn);
        var reasons = new List<string>();
        if (now < before * rules.ActivityFallsTo) reasons.Add($"activity falls: {now} dials in 7 days after {before}");
        if (streak == 0 && longest >= rules.BrokenStreakDays) reasons.Add($"streak of {longest} days broke");
        return reasons.Count == 0 ? null : new RepRisk(
            state.Rep.Member, state.Rep.DisplayName, DateOnly.FromDayNumber(start), day - start + 1, now, before, streak, longest,
            days.LastActive(day) is { } last ? DateOnly.FromDayNumber(last) : null, reasons);
    }

    private static int? FirstActive(DayTable days, int through)
    {
        for (var day = days.First; day <= Math.Min(through, days.Last); day++)
            if (days.IsActive(day)) return day;
        return null;
    }
}
