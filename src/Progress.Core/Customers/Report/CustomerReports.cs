using Progress.Reports;
using Progress.Store;

namespace Progress.Customers;

/// <summary>Reports on customers, as data that <see cref="ReportWriter"/> writes as Markdown, CSV or HTML.</summary>
/// <remarks>CSV holds the table of where customers stand.</remarks>
public static class CustomerReports
{
    /// <summary>How customers work, what they gained, how far their milestones are, which tools they use and what they should do next.</summary>
    /// <param name="store">The store.</param>
    /// <param name="customers">Ids, names or wildcard patterns; all active customers without any. One alone gets a report of its own.</param>
    /// <param name="asOf">As of the end of this day, as in <see cref="CustomerProgresses.Get"/>; today without it.</param>
    /// <exception cref="ProgressException"><c>CustomerNotFound</c>.</exception>
    public static Report Of(ProgressStore store, IReadOnlyCollection<string>? customers = null, IsoTime? asOf = null)
    {
        var reported = ReportedCustomer.Read(store, customers, asOf);
        var day = IsoText.Day(CustomerReading.Day(store, asOf));
        var one = customers is { Count: > 0 } && reported is [var only] ? only : null;
        return new Report(
            one?.Label ?? "Customer progress",
            one is null ? $"As of {day} · {ReportWords.Count(reported.Count, "customer")}" : $"{one.Progress.CurrentMilestone ?? "No milestone"} · as of {day}",
            [
                new("Where customers stand", [CustomerTable.Of(reported)]),
                new("What the rates rest on", [.. RateBlocks.Of(reported)]),
                new("Behavioural assessment", [.. BehaviourBlocks.Of(reported)]),
                new("Competency gains", [.. GainBlocks.Of(reported, one)]),
                new("Milestone progression", [.. one is null ? MilestoneBlocks.OfAll(reported) : MilestoneBlocks.OfOne(one)]),
                new("Platform tool usage", [.. ToolBlocks.Of(reported)]),
                new("Recommendations", [.. RecommendationBlocks.Of(reported)]),
                new("About this report", [AboutCustomers.Of(store, reported, asOf)]),
            ]);
    }
}
