using Progress.Customers;
using Progress.Reports;

namespace Progress.Cli;

/// <summary>Shows how far customers have come.</summary>
internal static class CustomerView
{
    public const string NoCustomers = "There are no customers yet. import-progress --create-customer adds those that it meets.";

    private static readonly Table<CustomerProgress> Standing = new(
        new("Customer", Label),
        new("Milestone", c => c.CurrentMilestone),
        new("Reached", c => c.MilestoneProgress?.ByCount, ReportFormat.Percent),
        new("Active", c => c.ActiveTasks, ReportFormat.Number),
        new("Completed", c => c.CompletedTasks, ReportFormat.Number),
        new("Rate", c => c.TaskCompletionRate, ReportFormat.Percent),
        new("A week", c => c.CompletionVelocity is { } week ? FormattableString.Invariant($"{week:0.00}") : null, ReportFormat.Number),
        new("Last", c => c.LastTaskCompleted, ReportFormat.Date));

    private static readonly Table<CustomerProgress> Gains = new(
        new("Customer", Label),
        new("Analysis", c => c.CompetencyGains.CustomerAnalysis, ReportFormat.Number),
        new("Value", c => c.CompetencyGains.ValueCommunication, ReportFormat.Number),
        new("Executive", c => c.CompetencyGains.ExecutiveReadiness, ReportFormat.Number),
        new("General", c => c.CompetencyGains.General, ReportFormat.Number),
        new("Days since", c => c.DaysSinceLastCompletion, ReportFormat.Number),
        new("Gap", c => c.LongestGapDays, ReportFormat.Number),
        new("Weeks", c => c.WeeksWithCompletionShare, ReportFormat.Percent),
        new("Tools", c => c.PlatformToolShare, ReportFormat.Percent));

    private static readonly Table<CustomerProgress> Quiet = new(
        new("Customer", Label),
        new("Milestone", c => c.CurrentMilestone),
        new("Reached", c => c.MilestoneProgress?.ByCount, ReportFormat.Percent),
        new("Days since", c => c.DaysSinceLastCompletion, ReportFormat.Number),
        new("Next", c => c.NextRecommendedTasks.FirstOrDefault()));

    public static void Show(Page page, IReadOnlyList<CustomerProgress> customers)
    {
        page.Table(customers, Standing, NoCustomers);
        if (customers.Count == 0) return;
        var first = customers[0];
        page.Line($"As of {Day(first.AsOf)}; a week is the average of the full weeks {Day(first.WeeksFrom)} to {Day(first.WeeksTo)}.");
        page.Heading("Gains and behaviour");
        page.Table(customers, Gains);
        foreach (var ready in customers.Where(c => c.SuggestedMilestone is not null))
            page.Line($"{Label(ready)}: every task of {ready.CurrentMilestone} is completed; next is {ready.SuggestedMilestone}.");
        foreach (var customer in customers.Where(c => c.Explanation is not null))
        {
            page.Heading($"{customer.Name ?? customer.CustomerId} ({customer.CustomerId})");
            ExplanationView.Show(page, customer.Explanation!);
        }
    }

    /// <summary>Those whose last completed task is longest ago, and what they should do next.</summary>
    public static void ShowQuiet(Page page, IEnumerable<CustomerProgress> customers, int top) =>
        page.Table([.. customers.OrderByDescending(c => c.DaysSinceLastCompletion ?? int.MaxValue).Take(top)], Quiet, NoCustomers);

    private static string Label(CustomerProgress customer) =>
        customer.Name is { } name ? $"{customer.CustomerId} {name}" : customer.CustomerId;

    private static string Day(DateOnly day) => ReportValue.Show(day, ReportFormat.Date);
}
