using Progress.Reports;

namespace Progress.Customers;

/// <summary>What customers should do next, and what waits for a skipped task.</summary>
internal static class RecommendationBlocks
{
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<ReportedCustomer> customers)
    {
        yield return new ReportTable(
            [
                new("Customer"), new("Place", ReportFormat.Number), new("Task", CsvName: "TaskId"), new("Name", CsvName: "TaskName"),
                new("Score", ReportFormat.Number), new("Priority", CsvName: "PriorityLevel"), new("Competency", CsvName: "CompetencyArea"),
                new("Milestone", CsvName: "StageMilestone"), new("Tool", CsvName: "PlatformTool"), new("In progress", CsvName: "InProgress"),
            ],
            [.. customers.SelectMany(Rows)]);
        var waiting = customers.SelectMany(Waiting).ToList();
        if (waiting.Count > 0) yield return new ReportList(waiting);
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(ReportedCustomer customer) =>
        customer.State.Recommended.Take(TaskRecommendations.DefaultTop).Select((t, i) => (IReadOnlyList<object?>)
        [
            customer.Label, i + 1, t.Task.TaskId, t.Task.TaskName, t.Score.Total, t.Task.PriorityLevel, t.Task.CompetencyArea,
            t.Task.StageMilestone, t.Task.PlatformTool, customer.State.Tally.IsActive(t.Task.TaskId),
        ]);

    private static IEnumerable<string> Waiting(ReportedCustomer customer)
    {
        var (tally, catalog) = (customer.State.Tally, customer.State.Catalog);
        var waiting = Recommend.WaitingForSkipped(tally, catalog)
            .Select(task => $"{task.TaskId} for {string.Join(", ", task.DependsOn.Where(tally.IsSkipped))}")
            .ToList();
        if (waiting.Count > 0) yield return $"{customer.Label}: waiting for a skipped task: {string.Join("; ", waiting)}";
    }
}
