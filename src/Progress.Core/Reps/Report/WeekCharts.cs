using Progress.Reports;

namespace Progress.Reps;

/// <summary>XP by week: weeks of seven local days that end on the report's day.</summary>
internal static class WeekCharts
{
    private const int MostWeeks = 12;

    /// <summary>More lines than these cannot be told apart.</summary>
    private const int MostLines = 6;

    private const string Unit = "XP in the 7 days to each date";

    public static IEnumerable<ReportChart> OfTeam(IReadOnlyList<RepState> states)
    {
        var weeks = Weeks(states);
        yield return new ReportLines("The team", Labels(states, weeks), [new("Team", Values(weeks, w => Sum(states.Select(s => Gain(s, w)))))], Unit);
        if (states.Count is > 1 and <= MostLines)
            yield return new ReportLines("Each rep", Labels(states, weeks), [.. states.Select(s => new ReportSeries(s.Rep.DisplayName, Values(weeks, w => Gain(s, w))))], Unit);
    }

    public static ReportChart OfRep(RepState rep, IReadOnlyList<RepState> team)
    {
        var weeks = Weeks([rep]);
        return new ReportLines(
            "XP by week", Labels([rep], weeks),
            [new(rep.Rep.DisplayName, Values(weeks, w => Gain(rep, w))), new("Team median", Values(weeks, w => Diagnose.Median(team.Select(s => Gain(s, w)))))],
            Unit);
    }

    /// <summary>How many weeks ago, oldest first; none before the first day with data.</summary>
    private static int[] Weeks(IReadOnlyList<RepState> states)
    {
        var days = states.Select(s => s.Day - s.History.Days.First).DefaultIfEmpty(-1).Max();
        var count = days < 0 ? 0 : Math.Min(days / RepState.WeekDays + 1, MostWeeks);
        return [.. Enumerable.Range(0, count).Reverse()];
    }

    private static string[] Labels(IReadOnlyList<RepState> states, int[] weeks) =>
        [.. weeks.Select(week => IsoText.Day(states.Max(s => s.Day) - (week * RepState.WeekDays)))];

    private static double?[] Values(int[] weeks, Func<int, double?> value) => [.. weeks.Select(value)];

    private static double? Gain(RepState state, int week)
    {
        var end = state.Day - (week * RepState.WeekDays);
        return end < state.History.Days.First ? null : state.WeekXp(end);
    }

    private static double? Sum(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }
}
