using Progress.Customers;
using Progress.Import;
using Progress.Reports;
using Progress.Store;

namespace Progress.Demo;

/// <summary>The demo's customers: what was imported, and the report on them.</summary>
internal sealed record CustomerDemo(
    DateOnly AsOf, int Customers, long CatalogTasks, long Progress, string Featured,
    IReadOnlyList<(string File, Report Report)> Reports)
{
    public static CustomerDemo Make(ProgressStore store, DemoSamples samples, Action<ProgressReport>? report, CancellationToken cancel)
    {
        var customers = samples.Customers().Select(customer => CustomerDirectory.Add(store, customer, cancel: cancel)).Count();
        var catalog = TaskCatalogImport.FromFile(store, samples.TaskCatalog, new FileImportOptions { Report = report }, cancel);
        var progress = TaskProgressImport.FromFile(store, samples.TaskProgress, new TaskProgressImportOptions { Report = report }, cancel);

        var asOf = DateOnly.FromDateTime(store.Options.Clock.GetUtcNow().UtcDateTime);
        var all = CustomerReports.Of(store, asOf: new IsoTime(asOf));
        return new CustomerDemo(
            asOf, customers, catalog.Imported, progress.Imported, FeaturedOf(store, asOf), [("customers.md", all), ("customers.csv", all), ("customers.html", all)]);
    }

    /// <summary>The customer who has been quiet for longest.</summary>
    private static string FeaturedOf(ProgressStore store, DateOnly asOf) =>
        CustomerProgresses.Get(store, asOf: new IsoTime(asOf)).MaxBy(c => c.DaysSinceLastCompletion ?? -1)!.CustomerId;
}
