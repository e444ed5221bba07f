using System.Diagnostics;
using Xunit;

namespace Progress.Tests;

/// <summary>An import that is killed without warning. <c>PROGRESS_FULL=1</c> kills fifty.</summary>
public sealed class KilledImportTests
{
    private const int Seed = 20260930;
    private static readonly int Points = FullSize.Is ? 50 : 5;
    private readonly Random random = new(Seed);

    [Fact]
    public async Task A_killed_import_leaves_all_or_nothing_and_repeating_it_ends_where_an_uninterrupted_one_does()
    {
        var notes = $"{GeneratedNotes.Header}\n{string.Join('\n', new GeneratedNotes(Seed).Rows(12_000))}\n";
        using var whole = new Workplace();
        var begun = Stopwatch.GetTimestamp();
        var summary = whole.Do("import-calls", whole.Write("notes.csv", notes), "--json").Json;
        var duration = Stopwatch.GetElapsedTime(begun);
        var ledger = StoreRows.Ledger(whole);
        Assert.True(summary["imported"]!.GetValue<long>() > 8_000);

        var killed = 0;
        for (var point = 0; point < Points; point++)
        {
            using var place = new Workplace();
            place.Write("notes.csv", notes);
            if (await KilledAfter(place, duration * random.NextDouble())) killed++;
            AssertAllOrNothing(place, summary["imported"]!.GetValue<long>(), ledger);
        }

        Assert.True(killed > 0, "every import was over before it was killed");
    }

    private static void AssertAllOrNothing(Workplace place, long imported, string ledger)
    {
        // Killed early enough, the import has not made a store yet.
        if (File.Exists(place.Store)) place.Do("store", "test");
        var again = place.Do("import-calls", "notes.csv", "--json").Json;
        Assert.Contains(again["imported"]!.GetValue<long>(), new[] { 0, imported });
        Assert.Equal(ledger, StoreRows.Ledger(place));
        place.Do("store", "test");
    }

    /// <returns>Whether it was still at work.</returns>
    private static async Task<bool> KilledAfter(Workplace place, TimeSpan time)
    {
        using var import = Cli.Start(place, "import-calls", "notes.csv");
        // A random point of the work, not a wait for anything.
        await Task.Delay(time, TestContext.Current.CancellationToken);
        var atWork = !import.HasExited;
        import.Kill();
        await import.WaitForExitAsync(TestContext.Current.CancellationToken);
        return atWork;
    }
}
