using System.CommandLine;
using Progress.Reports;
using Progress.Reps;

namespace Progress.Cli;

/// <summary><c>rules test</c>; Test-ProgressionRule.</summary>
internal sealed class RulesTestCommand(Terminal terminal) : ProgressCommand(
    terminal, "test", "Check a rule set, replay the ledger under it, and list who would gain, lose or be promoted.", File, SharedOptions.AsOf)
{
    private static readonly Argument<string> File = new("path") { Description = "The rule set, JSON." };

    private static readonly Table<RuleTestChange> Changes = new(
        new("Rep", c => c.Name),
        new("XP", c => c.XpBefore, ReportFormat.Number), new("XP then", c => c.XpAfter, ReportFormat.Number),
        new("Level", c => c.LevelBefore, ReportFormat.Number), new("Level then", c => c.LevelAfter, ReportFormat.Number),
        new("Rank", c => c.RankBefore), new("Rank then", c => c.RankAfter));

    protected override int Run(Session session)
    {
        var test = ProgressionRules.Test(session.ReadStore, Path.GetFullPath(session.Get(File)), session.Get(SharedOptions.AsOf), session.Cancel);
        return session.Result(test, page => Show(page, test), test.Passed ? ExitCode.Done : ExitCode.Failed);
    }

    private static void Show(Page page, RuleTest test)
    {
        page.Heading($"Rule set \"{test.Name}\" can be used; had it always held:");
        page.Table(test.Changes, Changes, "Nobody's XP, level or rank would be another.");
        if (test.DepartsFromSeed.Count == 0) return;
        page.Heading("It departs from the seed:");
        foreach (var departure in test.DepartsFromSeed) page.Line(departure);
    }
}
