using Progress.Reports;

namespace Progress.Customers;

/// <summary>How customers work: who is at it, who has stopped.</summary>
internal static class BehaviourBlocks
{
    /// <summary>More lines than these cannot be told apart.</summary>
    private const int MostLines = 6;

    private static readonly string Legend =
        $"Regular: a completed task in half of the last {FullWeeks.Count} full weeks or more. Occasional: in fewer. This week: in none of them, but since. "
        + "Paused: only before them. Not begun: no completed task with a day.";

    public static IEnumerable<ReportBlock> Of(IReadOnlyList<ReportedCustomer> customers)
    {
        yield return new ReportText(Legend);
        yield return new ReportTable(
            [
                new("Customer"), new("Engagement"), new("Days since the last completion", ReportFormat.Number, "DaysSinceLastCompletion"),
                new("Longest gap, days", ReportFormat.Number, "LongestGapDays"), new("Weeks with a completion", ReportFormat.Number, "WeeksWithCompletion"),
                new("Completed in them", ReportFormat.Number, "CompletedInWeeks"), new("Platform tools", ReportFormat.Percent, "PlatformToolShare"),
            ],
            [.. customers.OrderByDescending(c => c.Progress.DaysSinceLastCompletion ?? int.MaxValue).Select(Row)]);
        if (customers.Count > 0) yield return Weeks(customers);
    }

    private static IReadOnlyList<object?> Row(ReportedCustomer reported)
    {
        var customer = reported.Progress;
        return
        [
            reported.Label, Engagement(customer), customer.DaysSinceLastCompletion, customer.LongestGapDays, customer.WeeksWithCompletion,
            customer.CompletedInWeeks, customer.PlatformToolShare,
        ];
    }

    private static string Engagement(CustomerProgress customer) => customer switch
    {
        { LastTaskCompleted: null } => "not begun",
        { WeeksWithCompletionShare: >= .5 } => "regular",
        { WeeksWithCompletion: > 0 } => "occasional",
        { WeeksTo: var to, LastTaskCompleted: var last } when last > to => "this week",
        _ => "paused",
    };

    private static ReportLines Weeks(IReadOnlyList<ReportedCustomer> customers)
    {
        var weeks = FullWeeks.Before(customers[0].State.Tally.Day).Each.ToList();
        var each = customers.Select(c => new ReportSeries(c.Label, [.. weeks.Select(w => (double?)c.State.Tally.CompletedIn(w.From, w.To))])).ToList();
        var all = new ReportSeries("All customers", [.. weeks.Select((_, i) => each.Sum(series => series.Values[i]))]);
        return new ReportLines(
            "Completed tasks by week", [.. weeks.Select(w => IsoText.Day(w.To))], each.Count <= MostLines ? each : [all], "tasks in the week to each Sunday");
    }
}
