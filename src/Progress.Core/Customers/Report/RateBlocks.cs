using Progress.Reports;

namespace Progress.Customers;

/// <summary>Every rate of every customer with numerator and denominator.</summary>
internal static class RateBlocks
{
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<ReportedCustomer> customers)
    {
        yield return new ReportText("Each rate with its numerator and denominator; – is no data.");
        yield return new ReportTable(
            [
                new("Customer"), new("Completed of completed and active", CsvName: "TaskCompletionRate"),
                new($"Completed in {FullWeeks.Count} full weeks", CsvName: "CompletionVelocity"),
                new("Weeks with a completion", CsvName: "WeeksWithCompletionShare"),
                new("Completed with a platform tool", CsvName: "PlatformToolShare"), new("Milestone, tasks", CsvName: "MilestoneByCount"),
                new("Milestone, impact", CsvName: "MilestoneByImpact"),
            ],
            [.. customers.Select(Row)]);
    }

    private static IReadOnlyList<object?> Row(ReportedCustomer customer)
    {
        var (rates, milestone) = (customer.Rates, customer.Progress.MilestoneProgress);
        return
        [
            customer.Label, ReportWords.Rate(rates.Completion), AWeek(rates.Velocity), ReportWords.Rate(rates.BusyWeeks), ReportWords.Rate(rates.PlatformTool),
            milestone is null ? null : ReportWords.Rate(new Rate(milestone.CompletedTasks, milestone.Tasks)),
            milestone is null ? null : ReportWords.Rate(new Rate(milestone.CompletedImpact, milestone.Impact)),
        ];
    }

    private static string? AWeek(Rate velocity) =>
        velocity.Value is { } value ? $"{ReportValue.Show(value, ReportFormat.Number)} a week ({velocity.Numerator}/{velocity.Denominator})" : null;
}
