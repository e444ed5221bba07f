using Progress.Store;

namespace Progress.Customers;

/// <summary>A customer with the figures that a report shows.</summary>
internal sealed record ReportedCustomer(CustomerState State, CustomerProgress Progress, CustomerRates Rates)
{
    /// <summary>Id and name, for no name is a customer's alone.</summary>
    public string Label => Progress.Name is { } name ? $"{name} ({Progress.CustomerId})" : Progress.CustomerId;

    public static IReadOnlyList<ReportedCustomer> Read(ProgressStore store, IReadOnlyCollection<string>? customers, IsoTime? asOf) =>
        [.. CustomerReading.Of(store, customers, asOf).Select(s => new ReportedCustomer(s, CustomerRollup.Of(s, explain: false), CustomerRates.Of(s.Tally)))];
}
