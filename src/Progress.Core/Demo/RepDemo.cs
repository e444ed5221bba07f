using Progress.Reports;
using Progress.Reps;
using Progress.Store;

namespace Progress.Demo;

/// <summary>The demo's reps: what was entered, and the reports on them.</summary>
internal sealed record RepDemo(
    DateOnly AsOf, ImportSummary Calls, int Reps, int Activities, int Achievements, string Featured, IReadOnlyList<(string File, Report Report)> Reports)
{
    private const int PageSize = 500;

    public static RepDemo Make(ProgressStore store, DemoSamples samples, Action<ProgressReport>? report, CancellationToken cancel)
    {
        var reps = samples.Reps().Select(rep => RepDirectory.Add(store, rep, cancel: cancel)).Count();
        var calls = CallImport.FromFile(store, samples.CallNotes, new ImportOptions { Report = report }, cancel);
        var activities = Enter(samples.Activities(), "activities", page => RepActivities.Add(store, page, cancel: cancel), report);
        var achievements = Enter(samples.Achievements(), "achievements", page => RepAchievements.Add(store, page, cancel: cancel), report);

        var asOf = DateOnly.FromDateTime(store.Options.Clock.GetUtcNow().UtcDateTime);
        var (day, featured) = (new IsoTime(asOf), FeaturedOf(store, asOf));
        var team = RepReports.Team(store, day);
        return new RepDemo(
            asOf, calls, reps, activities, achievements, featured.Name,
            [("team.md", team), ("team.csv", team), ("team.html", team), ("card.html", RepReports.Card(store, featured.RepId.ToString(), day))]);
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
    private static RepDiagnosis FeaturedOf(ProgressStore store, DateOnly asOf) =>
        RepDiagnoses.Get(store, asOf: new IsoTime(asOf)).OrderByDescending(d => d.LostPerWeek ?? -1).First();
}
