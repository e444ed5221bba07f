using Progress.Reports;

namespace Progress.Customers;

/// <summary>Where customers stand: the table that CSV holds.</summary>
internal static class CustomerTable
{
    public static ReportTable Of(IReadOnlyList<ReportedCustomer> customers) => new(
        [
            new("Customer", CsvName: "CustomerId"), new("Name"), new("Milestone", CsvName: "CurrentMilestone"),
            new("By count", ReportFormat.Percent, "MilestoneByCount"), new("By impact", ReportFormat.Percent, "MilestoneByImpact"),
            new("Active", ReportFormat.Number, "ActiveTasks"), new("Completed", ReportFormat.Number, "CompletedTasks"),
            new("Completion rate", ReportFormat.Percent, "TaskCompletionRate"), new("Last completed", ReportFormat.Date, "LastTaskCompleted"),
            new($"A week, {FullWeeks.Count} weeks", ReportFormat.Number, "CompletionVelocity"),
            new("Preferred tools", CsvName: "PreferredTools"), new("Next milestone", CsvName: "SuggestedMilestone"),
        ],
        [.. customers.Select(c => Row(c.Progress))]);

    private static IReadOnlyList<object?> Row(CustomerProgress customer) =>
    [
        customer.CustomerId, customer.Name, customer.CurrentMilestone, customer.MilestoneProgress?.ByCount, customer.MilestoneProgress?.ByImpact,
        customer.ActiveTasks, customer.CompletedTasks, customer.TaskCompletionRate, customer.LastTaskCompleted, customer.CompletionVelocity,
        customer.PreferredTools is [] ? null : customer.PreferredTools, customer.SuggestedMilestone,
    ];
}
