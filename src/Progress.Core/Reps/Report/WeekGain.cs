using Progress.Reports;

namespace Progress.Reps;

/// <summary>What a rep gained in the seven local days to the report's day, beside the seven before.</summary>
internal static class WeekGain
{
    public static IEnumerable<ReportBlock> Of(RepState state)
    {
        var (day, before) = (state.Day, state.Day - RepState.WeekDays);
        yield return new ReportText($"{IsoText.Day(before + 1)} to {IsoText.Day(day)}");
        yield return new ReportTable(
            [new("Gained"), new("This week", ReportFormat.Number, "ThisWeek"), new("Week before", ReportFormat.Number, "WeekBefore")],
            [
                ["XP", state.WeekXp(day), state.WeekXp(before)],
                Row(state, "Dials", DayField.Dials), Row(state, "Appointments set", DayField.Appts),
                Row(state, "Appointments held", DayField.Held), Row(state, "Deals closed", DayField.Deals),
            ]);
        yield return new ReportList([Level(state, before), Badges(state, before), Promotions(state, before), Streak(state)]);
    }

    private static IReadOnlyList<object?> Row(RepState state, string name, DayField field)
    {
        var (days, day, before) = (state.History.Days, state.Day, state.Day - RepState.WeekDays);
        return [name, days.Sum(field, before + 1, day), days.Sum(field, before - RepState.WeekDays + 1, before)];
    }

    private static string Level(RepState state, int before)
    {
        var (was, now, xp) = (state.Level(before), state.Level(state.Day), state.Xp(state.Day));
        var missing = Levels.Start(state.Rules.Set.Levels, now + 1) - xp;
        return $"Level: {(now > was ? $"{was} → {now}" : $"{now}, none gained")}; {Wording.Measure(missing, null)} XP to level {now + 1}";
    }

    private static string Badges(RepState state, int before) =>
        "Badges: " + Listed(RepBadges.Of(state)
            .Where(b => b.EarnedOn?.DayNumber > before)
            .OrderBy(b => b.EarnedOn)
            .Select(b => $"{b.Title}{(b.Tier is null ? "" : $" {b.Tier}")} on {IsoText.Day(b.EarnedOn!.Value.DayNumber)}"));

    private static string Promotions(RepState state, int before) =>
        "Promotions: " + Listed(state.Promotions
            .Where(p => p.Day > before && p.Day <= state.Day)
            .Select(p => $"{p.Grade} on {IsoText.Day(p.Day)}"));

    private static string Streak(RepState state) => $"Streak: {ReportWords.Count(state.History.Days.StreakOn(state.Day), "day")}";

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : "none gained";
}
