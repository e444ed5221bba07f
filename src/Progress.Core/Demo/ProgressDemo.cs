using Progress.Reports;
using Progress.Store;

namespace Progress.Demo;

/// <summary>A store made of the samples that ship with Progress, and the reports on it.</summary>
public static class ProgressDemo
{
    /// <summary>Makes a store, imports the samples through the calls that users use, and writes reports.</summary>
    /// <param name="folder">Folder to make it in; new or empty.</param>
    /// <param name="samplesFolder">Folder of the sample files.</param>
    /// <param name="report">Told how far it is.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="ProgressException"><c>DemoFolderNotEmpty</c>; <c>FileNotFound</c> without the samples; file and store errors.</exception>
    public static DemoResult Create(
        string folder, string samplesFolder, Action<ProgressReport>? report = null, CancellationToken cancel = default)
    {
        folder = Path.GetFullPath(folder);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new ProgressException(
                "DemoFolderNotEmpty", ErrorKind.Conflict, $"{folder} is not an empty folder. Name a new one for the demo.", folder);
        var samples = new DemoSamples(samplesFolder);
        var (repsNow, customersNow) = (samples.LastMoment(), samples.LastCompletion());
        var location = new StoreLocation(Path.Combine(folder, "progress.db"));
        // The samples of reps end on another day than those of customers: each are made, and shown, as on their own last day.
        var reps = In(location, repsNow, store => RepDemo.Make(store, samples, report, cancel));
        var customers = In(location, customersNow, store => CustomerDemo.Make(store, samples, report, cancel));
        return new DemoResult(
            folder, location.Path, reps.AsOf, reps.Calls, reps.Reps, reps.Activities, reps.Achievements, customers.AsOf, customers.Customers,
            customers.CatalogTasks, customers.Progress, Write([.. reps.Reports, .. customers.Reports], folder, cancel), reps.Featured, customers.Featured);
    }

    private static T In<T>(StoreLocation location, DateTime now, Func<ProgressStore, T> make)
    {
        using var store = ProgressStore.Open(location, new StoreOptions { Command = "New-ProgressDemo", Clock = new DemoClock(now) });
        return make(store);
    }

    private static string[] Write(IReadOnlyList<(string File, Report Report)> reports, string folder, CancellationToken cancel)
    {
        foreach (var (file, report) in reports)
        {
            cancel.ThrowIfCancellationRequested();
            ReportWriter.WriteFile(report, Path.Combine(folder, file));
        }

        return [.. reports.Select(r => Path.Combine(folder, r.File))];
    }
}
