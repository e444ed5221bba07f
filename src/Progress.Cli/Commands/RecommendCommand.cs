using System.CommandLine;
using Progress.Customers;

namespace Progress.Cli;

/// <summary><c>recommend</c>; Get-TaskRecommendation.</summary>
internal sealed class RecommendCommand(Terminal terminal) : ProgressCommand(
    terminal, "recommend", "What customers should do next, best first.",
    SharedOptions.Customers, Top, SharedOptions.AsOf, SharedOptions.Explain)
{
    private static readonly Option<int?> Top = new("--top")
    {
        Description = $"How many for each customer; {TaskRecommendations.DefaultTop} by default.", HelpName = "n", CustomParser = OptionRules.Count,
    };

    protected override int Run(Session session)
    {
        var tasks = TaskRecommendations.Get(
            session.ReadStore, session.Get(SharedOptions.Customers), session.Get(Top) ?? TaskRecommendations.DefaultTop,
            session.Get(SharedOptions.AsOf), session.Get(SharedOptions.Explain)).ToList();
        return session.Result(tasks, page => RecommendationView.Show(page, tasks));
    }
}
