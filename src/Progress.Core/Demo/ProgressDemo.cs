using Progress.Reports;
using Progress.Reps;
using Progress.Store;

namespace Progress.Demo;

/// <summary>A store made of the samples that ship with Progress, and the reports on it.</summary>
public static class ProgressDemo
{
    private const int PageSize = 500;

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
        var now = samples.LastMoment();
        var asOf = DateOnly.FromDateTime(now);
        var location = new StoreLocation(Path.Combine(folder, "progress.db"));
        using var store = ProgressStore.Open(location, new StoreOptions { Command = "New-ProgressDemo", Clock = new DemoClock(now) });

        var reps = samples.Reps().Select(rep => RepDirectory.Add(store, rep, cancel: cancel)).Count();
        var summary = CallImport.FromFile(store, samples.CallNotes, new ImportOptions { Report = report }, cancel);
        var activities = Enter(samples.Activities(), "activities", page => RepActivities.Add(store, page, cancel: cancel), report);
        var achievements = Enter(samples.Achievements(), "achievements", page => RepAchievements.Add(store, page, cancel: cancel), report);

        var featured = Featured(store, asOf);
        var reports = Write(store, folder, asOf, featured, cancel);
        return new DemoResult(folder, location.Path, asOf, summary, reps, activities, achievements, reports, featured.Name);
    }

    private static int Enter<TNew, TEntered>(
        IEnumerable<TNew> items, string unit, Func<TNew[], IReadOnlyList<Entered<TEntered>>> add, Action<ProgressReport>? report)
        where TEntered : class
    {
        var done = 0;
        foreach (var page in items.Chunk(PageSize))
        {
            foreach (var entered in add(page))
                if (entered.Error is { } error) throw error;
            done += page.Length;
            report?.Invoke(new ProgressReport($"Entering {unit}", done, null, unit));
        }

        return done;
    }

    /// <summary>The rep who loses most appointments at one stage: training pays there first.</summary>
    private static RepDiagnosis Featured(ProgressStore store, DateOnly asOf) =>
        RepDiagnoses.Get(store, asOf: new IsoTime(asOf)).OrderByDescending(d => d.LostPerWeek ?? -1).First();

    private static string[] Write(ProgressStore store, string folder, DateOnly asOf, RepDiagnosis featured, CancellationToken cancel)
    {
        var day = new IsoTime(asOf);
        var team = RepReports.Team(store, day);
        (string File, Report Report)[] reports =
        [
            ("team.md", team), ("team.csv", team), ("team.html", team),
            ("card.html", RepReports.Card(store, featured.RepId.ToString(), day)),
        ];
        foreach (var (file, report) in reports)
        {
            cancel.ThrowIfCancellationRequested();
            ReportWriter.WriteFile(report, Path.Combine(folder, file));
        }

        return [.. reports.Select(r => Path.Combine(folder, r.File))];
    }
}
