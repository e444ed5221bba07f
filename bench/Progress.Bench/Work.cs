using System.Diagnostics;
using System.Globalization;
using Progress.Csv;
using Progress.Customers;
using Progress.Import;
using Progress.Reps;
using Progress.Store;

namespace Progress.Bench;

/// <summary>One piece of our work, in a process of its own, so that its time and memory are its alone.</summary>
internal static class Work
{
    public static void Run(string what, string db, string argument)
    {
        using var store = ProgressStore.Open(new StoreLocation(Path.GetFullPath(db)), new StoreOptions { Command = "bench" });
        var asOf = new IsoTime(new DateOnly(2026, 9, 28));
        var times = new List<double>();
        // The first run compiles; what a session sees from then on is the second.
        for (var i = 0; i < (what.StartsWith("import", StringComparison.Ordinal) ? 1 : 2); i++)
        {
            var watch = Stopwatch.StartNew();
            var count = what switch
            {
                "import" => CallImport.FromFile(store, argument, new ImportOptions()).Read,
                "import-catalog" => TaskCatalogImport.FromFile(store, argument, new FileImportOptions()).Read,
                "import-progress" => TaskProgressImport.FromFile(store, argument, new TaskProgressImportOptions { CreateCustomers = true }).Read,
                "rollups" => CustomerProgresses.Get(store, asOf: asOf).Count(),
                "progression" => RepProgressions.Get(store, null, asOf).Count,
                "metrics" => RepMetrics.Get(store, asOf: asOf).Count(),
                "export" => Export(CallNotes.List(store), argument),
                _ => throw new ArgumentException($"no work '{what}'"),
            };
            if (count == 0) throw new InvalidOperationException($"{what} found nothing");
            times.Add(watch.Elapsed.TotalSeconds);
        }

        Console.Write(string.Join(' ', times.Select(t => t.ToString("0.000", CultureInfo.InvariantCulture))));
    }

    private static long Export(IEnumerable<CallNote> calls, string path)
    {
        CsvExport.WriteFile(path, calls, CsvFormat.Machine);
        return new FileInfo(path).Length;
    }
}
