using Progress.Reps;
using Xunit;

namespace Progress.Tests;

/// <summary>Several processes at work on one store. <c>PROGRESS_FULL=1</c> runs them at full size.</summary>
public sealed class ManyWritersTests : IDisposable
{
    private const int Writers = 8;
    private static readonly int Each = FullSize.Is ? 1000 : 100;
    private readonly Workplace place = Workplace.WithReps();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Eight_processes_enter_their_activities_into_one_store_and_none_is_lost()
    {
        var files = Enumerable.Range(0, Writers).Select(w => place.Write($"writer-{w}.csv", Activities(w))).ToList();

        var processes = files.Select(file => Cli.Start(place, "add-activity", "--from", file, "--json")).ToList();
        var runs = processes.Select(Cli.End).ToList();

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Error));
        Assert.All(runs, run => Assert.Equal(Each, run.Json["recorded"]!.GetValue<long>()));
        using var store = place.Open();
        Assert.Equal(Writers * Each, RepActivities.List(store).Count);
        Assert.Equal(
            Writers * Each, RepLedger.Read(store, asOf: new IsoTime(new DateOnly(2026, 12, 31))).Count(f => f.FactId.StartsWith("activity:", StringComparison.Ordinal)));
        place.Do("store", "test");
    }

    [Fact]
    public void Processes_that_make_a_new_store_at_once_share_it()
    {
        using var fresh = new Workplace();
        var notes = Enumerable.Range(0, Writers).Select(w => fresh.Notes($"notes-{w}.csv", $",Call - BUSY | 0:{w:00},2026-09-30,{Workplace.Ana}"));

        var runs = notes.Select(file => Cli.Start(fresh, "import-calls", file)).ToList().Select(Cli.End).ToList();

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Error));
        Assert.Equal(Writers, fresh.Do("reps", "--as-of", "2026-09-30", "--json").Json[0]!["dials"]!.GetValue<long>());
    }

    private static string Activities(int writer) =>
        "Rep,Kind,At,Id\n" + string.Concat(Enumerable.Range(0, Each).Select(i =>
            $"{(i % 2 == 0 ? "Ana Silva" : Workplace.Ben)},{(i % 3 == 0 ? "email_sent" : "dial_made")},2026-09-{1 + (i % 30):00}T12:00:00Z,{writer}-{i}\n"));
}
