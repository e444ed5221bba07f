using Progress.Reports;

namespace Progress.Customers;

/// <summary>What customers gained with completed tasks.</summary>
internal static class GainBlocks
{
    private static readonly IReadOnlyList<string> Areas = TaskOptions.Competency.Values;

    public static IEnumerable<ReportBlock> Of(IReadOnlyList<ReportedCustomer> customers, ReportedCustomer? one)
    {
        yield return new ReportTable(
            [new("Customer"), .. Areas.Select(area => new ReportColumn(area, ReportFormat.Number)), new("Total", ReportFormat.Number)],
            [.. customers.Select(Row)]);
        if (one?.Progress.CurrentMilestone is { } milestone)
            yield return new ReportBars(
                "Gained and asked for", Areas,
                [
                    new("Gained", [.. Areas.Select(area => (double?)one.Progress.CompetencyGains.In(area))]),
                    new($"All tasks of {milestone}", [.. Areas.Select(area => (double?)one.State.Catalog.Impact(milestone, area))]),
                ],
                "points");
        else
            yield return new ReportBars("Gained", Areas, [new("Points", [.. Areas.Select(area => (double?)customers.Sum(c => c.Progress.CompetencyGains.In(area)))])], "points");
    }

    private static IReadOnlyList<object?> Row(ReportedCustomer customer)
    {
        var points = Areas.Select(customer.Progress.CompetencyGains.In).ToList();
        return [customer.Label, .. points.Select(p => (object?)p), points.Sum()];
    }
}
