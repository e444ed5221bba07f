using Progress.Reports;

namespace Progress.Customers;

/// <summary>Which of the platform's tools completed tasks were done with.</summary>
internal static class ToolBlocks
{
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<ReportedCustomer> customers)
    {
        var tools = TaskOptions.Tool.Values;
        var completed = customers.Sum(c => c.Progress.CompletedTasks);
        var uses = tools.Select(tool => customers.Select(c => Count(c, tool)).ToList()).ToList();
        yield return new ReportTable(
            [
                new("Tool"), new("Completed tasks", ReportFormat.Number, "CompletedTasks"), new("Share", CsvName: "Share"),
                new("Customers", ReportFormat.Number),
            ],
            [.. tools.Select((tool, i) => (IReadOnlyList<object?>)
                [tool, uses[i].Sum(), ReportWords.Rate(new Rate(uses[i].Sum(), completed)), uses[i].Count(n => n > 0)])]);
        yield return new ReportBars("Completed tasks by tool", tools, [new("Completed tasks", [.. uses.Select(u => (double?)u.Sum())])], "tasks");
    }

    /// <summary>A task of which no tool is known was done with none of the platform's.</summary>
    private static int Count(ReportedCustomer customer, string tool) =>
        customer.State.Tally.Completed.Count(t => tool == TaskOptions.NoTool ? !t.HasTool : t.Tool == tool);
}
