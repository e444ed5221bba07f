using System.CommandLine;
using Progress.Reps;

namespace Progress.Cli;

/// <summary><c>report reps</c>; New-RepReport.</summary>
internal sealed class ReportRepsCommand(Terminal terminal) : ProgressCommand(
    terminal, "reps", "Write the team report, or one rep's card, as Markdown, CSV or HTML.",
    ReportOptions.Out, Rep, ReportOptions.Kind, SharedOptions.AsOf, CsvOptions.Dialect, CsvOptions.Culture)
{
    private static readonly Option<string?> Rep = new("--rep") { Description = "One rep's card: id or name.", HelpName = "rep", Validators = { OptionRules.NotEmpty } };

    protected override int Run(Session session) => ReportOptions.Write(session, () => session.Get(Rep) is { } rep
        ? RepReports.Card(session.ReadStore, rep, session.Get(SharedOptions.AsOf))
        : RepReports.Team(session.ReadStore, session.Get(SharedOptions.AsOf)));
}
