using Progress.Reports;
using Progress.Reps;

namespace Progress.Cli;

/// <summary>Shows where reps stand.</summary>
internal static class ProgressionView
{
    public const string NoReps = "There are no reps yet. Import-CallNote adds those that calls name.";

    private static readonly Table<RepProgression> Standing = new(
        new("Rep", r => r.Name),
        new("XP", r => r.TotalXp, ReportFormat.Number),
        new("Level", r => r.Level, ReportFormat.Number),
        new("Rank", r => r.Rank),
        new("Streak", r => r.StreakDays, ReportFormat.Number),
        new("Dials", r => r.Dials, ReportFormat.Number),
        new("Appts", r => r.Appointments, ReportFormat.Number),
        new("Deals", r => r.ClosedDeals, ReportFormat.Number),
        new("<30 s", r => r.Sub30sDropRate, ReportFormat.Percent),
        new("Appt", r => r.CallToApptRate, ReportFormat.Percent),
        new(">2 min", r => r.TwoPlusMinRate, ReportFormat.Percent),
        new("Connect", r => r.ConnectRate, ReportFormat.Percent));

    private static readonly Table<RepProgression> Way = new(
        new("Rep", r => r.Name),
        new("Rank", r => $"{r.Rank} {r.RankName}"),
        new("Next", r => r.NextRank),
        new("Missing", r => r.NextRank is null ? "" : string.Join("; ", r.Missing)));

    private static readonly Table<RepProgression> Gains = new(
        new("Rep", r => r.Name),
        new("XP", r => r.XpGained, ReportFormat.Number),
        new("Levels", r => r.LevelsGained, ReportFormat.Number),
        new("Badges", r => r.BadgesGained),
        new("Promotions", r => r.PromotionsGained));

    public static void Show(Page page, IReadOnlyList<RepProgression> reps)
    {
        ShowStanding(page, reps);
        if (reps.Count == 0) return;
        ShowWay(page, reps);
        if (reps[0].Since is { } since)
        {
            page.Heading($"Gained since {ReportValue.Show(since, ReportFormat.Date)}");
            page.Table(reps, Gains);
        }

        foreach (var rep in reps.Where(r => r.Explanation is not null))
        {
            page.Heading(rep.Name);
            ExplanationView.Show(page, rep.Explanation!);
        }
    }

    /// <summary>The table of all, and which day it is of.</summary>
    public static void ShowStanding(Page page, IReadOnlyList<RepProgression> reps)
    {
        page.Table(reps, Standing, NoReps);
        if (reps.Count > 0)
            page.Line($"As of {Each(reps.Select(r => ReportValue.Show(r.AsOf, ReportFormat.Date)))}; days are days in {Each(reps.Select(r => r.TimeZone))}.");
    }

    /// <summary>What each lacks for the next rank.</summary>
    public static void ShowWay(Page page, IReadOnlyList<RepProgression> reps)
    {
        page.Heading("Way to the next rank");
        page.Table(reps, Way);
    }

    private static string Each(IEnumerable<string> texts) => string.Join(", ", texts.Distinct().Order(StringComparer.Ordinal));
}
