using Progress.Customers;
using Progress.Import;
using Progress.Store;

namespace Progress.Tests.Customers;

/// <summary>A store with the samples imported; customers take turns with their milestones, every fourth has none.</summary>
internal sealed class SampleStore : IDisposable
{
    private static readonly string?[] Milestones = ["Initial_PMF", "Key_Hires", "Scalability_Revenue", null];

    private readonly TestStore test = new();

    public SampleStore()
    {
        foreach (var (i, id) in SampleTables.Customers.Index()) CustomerDirectory.Add(Store, new NewCustomer(id, $"Customer {i + 1}", Milestone(id)));
        TaskCatalogImport.FromFile(Store, SampleTables.CatalogPath, new FileImportOptions());
        TaskProgressImport.FromFile(Store, SampleTables.ProgressPath, new TaskProgressImportOptions());
    }

    public ProgressStore Store => test.Store;

    public static string? Milestone(string customer) => Milestones[Array.IndexOf(SampleTables.Customers, customer) % Milestones.Length];

    public void Dispose() => test.Dispose();
}
