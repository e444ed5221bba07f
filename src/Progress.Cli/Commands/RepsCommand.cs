using System.CommandLine;
using Progress.Reps;

namespace Progress.Cli;

/// <summary><c>reps</c>; Get-RepProgression.</summary>
internal sealed class RepsCommand(Terminal terminal) : ProgressCommand(
    terminal, "reps", "Where each rep stands: XP, level, rank, what is missing for the next rank, and the rates.",
    SharedOptions.Reps, SharedOptions.AsOf, Since, SharedOptions.Explain)
{
    private static readonly Option<DateOnly?> Since = new("--since")
    {
        Description = "Also what was gained from this day on.", HelpName = "day", CustomParser = OptionRules.Day,
    };

    protected override int Run(Session session)
    {
        var reps = RepProgressions.Get(
            session.ReadStore, session.Get(SharedOptions.Reps), session.Get(SharedOptions.AsOf), session.Get(Since), session.Get(SharedOptions.Explain)).ToList();
        return session.Result(reps, page => ProgressionView.Show(page, reps));
    }
}
