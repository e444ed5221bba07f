using System.CommandLine;
using Progress.Reports;
using Progress.Reps;

namespace Progress.Cli;

/// <summary><c>leaderboard</c>; Get-RepLeaderboard.</summary>
internal sealed class LeaderboardCommand(Terminal terminal) : ProgressCommand(
    terminal, "leaderboard", "Who leads, by XP or by a rate.", By, Top, SharedOptions.AsOf)
{
    private static readonly Option<string> By = new("--by")
    {
        Description = $"What is compared: {string.Join(", ", RepLeaderboard.Boards)}. Rates rank by the cautious end of their interval.",
        HelpName = "board", DefaultValueFactory = _ => RepLeaderboard.Xp, Validators = { OptionRules.Board },
    };

    private static readonly Option<int?> Top = new("--top") { Description = "Only so many places.", HelpName = "n", CustomParser = OptionRules.Count };

    private static readonly Table<RepStanding> Xp = new(
        new("Place", p => p.Place, ReportFormat.Number), new("Rep", p => p.Name), new("XP", p => p.Value, ReportFormat.Number));

    private static readonly Table<RepStanding> Rates = new(
        new("Place", p => p.Place, ReportFormat.Number), new("Rep", p => p.Name), new("Rate", p => p.Value, ReportFormat.Percent),
        new("Of", p => p.Denominator, ReportFormat.Number), new("Ranked by", p => p.RankedBy, ReportFormat.Percent));

    protected override int Run(Session session)
    {
        var places = RepLeaderboard.Get(session.ReadStore, session.Get(By)!, session.Get(Top), session.Get(SharedOptions.AsOf)).ToList();
        return session.Result(places, page => page.Table(places, places.Exists(p => p.Denominator is not null) ? Rates : Xp, ProgressionView.NoReps));
    }
}
