using Progress.Reports;

namespace Progress.Reps;

/// <summary>New reps who may be about to give up.</summary>
internal static class RiskBlock
{
    public static ReportBlock Of(IReadOnlyList<RepState> states)
    {
        var risks = RepRisks.Of(states).ToList();
        if (risks.Count == 0) return new ReportText("No new rep's activity falls, and no new rep's streak broke.");
        return new ReportTable(
            [
                new("Rep", CsvName: "Name"), new("Started", ReportFormat.Date), new("Day of work", ReportFormat.Number), new("Dials, 7 days", ReportFormat.Number),
                new("7 days before", ReportFormat.Number), new("Streak", ReportFormat.Number), new("Longest streak", ReportFormat.Number),
                new("Last activity", ReportFormat.Date), new("Why"),
            ],
            [.. risks.Select(r => (IReadOnlyList<object?>)
                [r.Name, r.StartDate, r.DayOfWork, r.Dials, r.DialsBefore, r.StreakDays, r.LongestStreak, r.LastActivity, string.Join("; ", r.Reasons)])]);
    }
}
