using Progress.Reports;
using Progress.Store;

namespace Progress.Customers;

/// <summary>What a reader must know to trust the figures: the day, the zone, the weeks, the weights, and what counts nowhere.</summary>
internal static class AboutCustomers
{
    public static ReportBlock Of(ProgressStore store, IReadOnlyList<ReportedCustomer> customers, IsoTime? asOf)
    {
        var day = CustomerReading.Day(store, asOf);
        var (weeks, weights) = (FullWeeks.Before(day), store.Options.Customers.Weights);
        var tallies = customers.Select(c => c.State.Tally).ToList();
        var items = new List<string>
        {
            $"As of the end of {IsoText.Day(day)} ({store.Options.TimeZone}). Records that are not completed, and current milestones, are as they stand now.",
            $"Weeks run from Monday to Sunday: {IsoText.Day(weeks.First)} to {IsoText.Day(weeks.Last)}.",
            FormattableString.Invariant($"Weights of a score: priority {weights.Priority}, gap {weights.Gap}, milestone {weights.Milestone}, tool {weights.Tool}."),
            "A rate without anything to take it of is no data (–), never 0.",
        };
        Add(tallies.Sum(t => t.Later), "is completed after that day and counts nowhere", "are completed after that day and count nowhere");
        Add(tallies.Sum(t => t.Completed.Count(c => c.Day is null)), "is completed on a day not known", "are completed on a day not known");
        Add(tallies.Sum(t => t.Completed.Count(c => c.Competency is null || c.Impact is null)), "gains no points: no area or impact is known", "gain no points: no area or impact is known");
        var unmapped = Unmapped(customers);
        if (unmapped.Count > 0) items.Add($"Stages of the catalogue that mean no milestone: {string.Join(", ", unmapped)}. The setting customers.milestones maps them.");
        return new ReportList(items);

        void Add(int count, string one, string many)
        {
            if (count > 0) items.Add($"{ReportWords.Count(count, "record")} {(count == 1 ? one : many)}.");
        }
    }

    private static List<string> Unmapped(IReadOnlyList<ReportedCustomer> customers) =>
        customers.Count == 0 ? [] : [.. customers[0].State.Catalog.Tasks.Where(t => t.Milestone is null).Select(t => t.StageMilestone).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
