using Progress.Reports;

namespace Progress.Reps;

/// <summary>Where reps stand, most XP first: the table that CSV holds.</summary>
internal static class StandingTable
{
    private static readonly RepMetricName[] Rates =
        [RepMetricName.ConnectRate, RepMetricName.Sub30sDropRate, RepMetricName.TwoPlusMinRate, RepMetricName.CallToApptRate];

    public static ReportTable Of(IReadOnlyList<RepState> states)
    {
        var rates = Rates.Select(metric => new ReportColumn(Heading(metric, states), ReportFormat.Percent, metric.ToString()));
        var rows = states
            .OrderByDescending(s => s.Xp(s.Day)).ThenBy(s => s.Rep.DisplayName, StringComparer.Ordinal).ThenBy(s => s.Rep.Member)
            .Select(Row);
        return new ReportTable(
            [
                new("Rep", CsvName: "Name"), new("Rank"), new("Level", ReportFormat.Number), new("XP", ReportFormat.Number, "TotalXp"),
                new("XP, 7 days", ReportFormat.Number, "WeekXp"), new("Streak", ReportFormat.Number, "StreakDays"),
                new("Dials", ReportFormat.Number), new("Appts", ReportFormat.Number, "Appointments"), new("Deals", ReportFormat.Number, "ClosedDeals"),
                .. rates,
            ],
            [.. rows]);
    }

    private static IReadOnlyList<object?> Row(RepState state)
    {
        var (day, days, xp) = (state.Day, state.History.Days, state.Xp(state.Day));
        return
        [
            state.Rep.DisplayName, state.Rank(day).Grade, state.Level(day), xp, state.WeekXp(day), days.StreakOn(day),
            days.Through(DayField.Dials, day), days.Through(DayField.Appts, day), days.Deals(day),
            .. Rates.Select(metric => (object?)state.Metric(metric).Value),
        ];
    }

    private static string Heading(RepMetricName metric, IReadOnlyList<RepState> states) =>
        states.Count > 0 ? Wording.Windowed(states[0].Rules.Set, metric) : Wording.Metric(metric);
}
