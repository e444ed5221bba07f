using Progress.Reports;

namespace Progress.Customers;

/// <summary>How far milestones are.</summary>
internal static class MilestoneBlocks
{
    private static readonly IReadOnlyList<string> Milestones = TaskOptions.Milestone.Values;

    public static IEnumerable<ReportBlock> OfAll(IReadOnlyList<ReportedCustomer> customers)
    {
        var at = customers.Select(c => c.Progress.MilestoneProgress).OfType<MilestoneProgress>().ToLookup(p => p.Milestone);
        yield return new ReportTable(
            [
                new("Milestone"), new("Customers", ReportFormat.Number), new("Complete", ReportFormat.Number),
                new("Completed tasks of theirs", CsvName: "ByCount"), new("Impact of them", CsvName: "ByImpact"),
            ],
            [.. Milestones.Select(m => Row(m, [.. at[m]]))]);
        var without = customers.Count - at.Sum(g => g.Count());
        if (without > 0) yield return new ReportText($"{ReportWords.Count(without, "customer")} without a milestone; Set-Customer -CurrentMilestone sets one.");
        var ready = customers.Where(c => c.Progress.SuggestedMilestone is not null).Select(Ready).ToList();
        if (ready.Count > 0) yield return new ReportList(ready);
        yield return new ReportBars("Customers by milestone", Milestones, [new("Customers", [.. Milestones.Select(m => (double?)at[m].Count())])], "customers");
    }

    public static IEnumerable<ReportBlock> OfOne(ReportedCustomer customer)
    {
        var state = customer.State;
        var all = Milestones.Select(m => MilestoneProgress.Of(m, state.Tally, state.Catalog)!).ToList();
        yield return new ReportTable(
            [new("Milestone"), new("Current"), new("Completed tasks", CsvName: "ByCount"), new("Impact of them", CsvName: "ByImpact")],
            [.. all.Select(p => (IReadOnlyList<object?>)[p.Milestone, p.Milestone == state.Customer.Milestone, Count(p), Impact(p)])]);
        if (customer.Progress.SuggestedMilestone is not null) yield return new ReportText(Ready(customer));
        yield return new ReportBars("Completed by milestone", Milestones, [new("Completed tasks", [.. all.Select(p => p.ByCount)])], Format: ReportFormat.Percent);
    }

    private static string Ready(ReportedCustomer customer) =>
        $"{customer.Label}: every task of {customer.Progress.CurrentMilestone} is completed; next is {customer.Progress.SuggestedMilestone}.";

    private static IReadOnlyList<object?> Row(string milestone, IReadOnlyList<MilestoneProgress> customers)
    {
        var sum = new MilestoneProgress(
            milestone, customers.Sum(p => p.CompletedTasks), customers.Sum(p => p.Tasks), customers.Sum(p => p.CompletedImpact), customers.Sum(p => p.Impact));
        return [milestone, customers.Count, customers.Count(p => p.Complete), Count(sum), Impact(sum)];
    }

    private static string? Count(MilestoneProgress progress) => ReportWords.Rate(new Rate(progress.CompletedTasks, progress.Tasks));

    private static string? Impact(MilestoneProgress progress) => ReportWords.Rate(new Rate(progress.CompletedImpact, progress.Impact));
}
