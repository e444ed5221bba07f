using Progress.Reports;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Reports on reps, as data that <see cref="ReportWriter"/> writes as Markdown, CSV or HTML.</summary>
/// <remarks>CSV holds the table of where reps stand, of a card the one row of its rep.</remarks>
public static class RepReports
{
    /// <summary>The whole team: where reps stand, ranks, diagnosis, early warning and XP by week.</summary>
    /// <param name="store">The store.</param>
    /// <param name="asOf">As of this day; today, where each rep is, without it.</param>
    public static Report Team(ProgressStore store, IsoTime? asOf = null)
    {
        var team = TeamReading.Of(store, asOf);
        return new Report(
            "Team progress",
            $"As of {team.Days} · {ReportWords.Count(team.States.Count, "rep")}",
            [
                new("Where reps stand", [StandingTable.Of(team.States)]),
                new("What the rates rest on", [new ReportText(RateTable.Legend), RateTable.Of(team.States)]),
                new("Ranks", [RankTable.Of(team.States)]),
                new("What to train", [.. DiagnosisBlocks.Of(team, team.States)]),
                new("Early warning", [RiskBlock.Of(team.States)]),
                new("XP by week", [.. WeekCharts.OfTeam(team.States)]),
                new("About this report", [AboutBlock.Of(team, team.States)]),
            ]);
    }

    /// <summary>One rep: the week's gain, the way to the next rank, the nearest badges, metrics and diagnosis.</summary>
    /// <param name="store">The store.</param>
    /// <param name="rep">Id or name of the rep.</param>
    /// <param name="asOf">As of this day; today, where the rep is, without it.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>, <c>RepAmbiguous</c>.</exception>
    public static Report Card(ProgressStore store, string rep, IsoTime? asOf = null)
    {
        var team = TeamReading.Of(store, asOf);
        var state = team.One(rep);
        var rank = state.Rank(state.Day);
        return new Report(
            state.Rep.DisplayName,
            $"{rank.Grade} {rank.Name} · level {state.Level(state.Day)} · as of {IsoText.Day(state.Day)} ({state.Rep.Zones.Latest.Id})",
            [
                new("Where the rep stands", [StandingTable.Of([state])]),
                new("This week", [.. WeekGain.Of(state)]),
                new(GateTable.Heading(state), [.. GateTable.Of(state)]),
                new("Nearest badges", [NearestBadges.Of(state)]),
                new("Efficiency", [MetricTable.Of(state)]),
                new("What to train", [.. DiagnosisBlocks.Of(team, [state], named: false)]),
                new("XP by week", [WeekCharts.OfRep(state, team.States)]),
                new("About this report", [AboutBlock.Of(team, [state])]),
            ]);
    }
}
