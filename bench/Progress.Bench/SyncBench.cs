using System.Globalization;

namespace Progress.Bench;

/// <summary>Sync beside a bare loop that sends the same requests, in one run; no limit holds on either side.</summary>
internal static class SyncBench
{
    private const int Merges = 100_000;
    private static readonly int[] Backlogs = [50_000, 200_000, 500_000];

    public static void Run(int notes, int reps)
    {
        var folder = Directory.CreateTempSubdirectory("progress-bench-").FullName;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Console.WriteLine($"{notes:N0} notes, {reps:N0} reps, over loopback; seconds, and peak memory in MB\n");
            Console.WriteLine("| work | calls | ours | peak | bare HttpClient | peak | ratio |\n|---|--:|--:|--:|--:|--:|--:|");
            Exchange(folder, notes, reps);
            Memory(folder, reps);
            var merge = Work("merge", $"{Merges}");
            Console.WriteLine($"\nMerge of {Merges:N0} records: {merge.Seconds:0.00} s, {merge.Seconds / Merges * 1e6:0.0} µs a record, peak {merge.PeakMegabytes} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Exchange(string folder, int notes, int reps)
    {
        var (db, requests) = (Path.Combine(folder, "one", "progress.db"), Path.Combine(folder, "requests"));
        using var twenty = TwentyHost.Start(notes, reps);
        // The first reader is the one for whom the double finds its pages.
        Connect(Path.Combine(folder, "first", "progress.db"), twenty);
        Work("pull", Path.Combine(folder, "first", "progress.db"));
        Connect(db, twenty);
        twenty.Record(requests);
        Row($"pull of {notes:N0} notes", Work("pull", db));
        using var other = TwentyHost.Start(0, reps);
        Connect(Path.Combine(folder, "other", "progress.db"), other);
        Row($"push of {reps:N0} reps, new", Work("push", db), other);
        Work("enter", db);
        Row($"push of {reps:N0} reps, changed", Work("push", db), other);

        // What was read is read again from the same; what was written, written to another that has none of it.
        void Row(string work, Measured ours, TwentyHost? to = null)
        {
            twenty.Record(requests);
            var bare = Work("replay", requests, (to ?? twenty).Address);
            Console.WriteLine(
                $"| {work} | {ours.Count:N0} | {ours.Seconds:0.00} | {ours.PeakMegabytes} | {bare.Seconds:0.00} | {bare.PeakMegabytes} | {ours.Seconds / bare.Seconds:0.0} |");
        }
    }

    private static void Memory(string folder, int reps)
    {
        Console.WriteLine("\n| backlog | seconds | notes a second | peak |\n|--:|--:|--:|--:|");
        foreach (var notes in Backlogs)
        {
            var db = Path.Combine(folder, $"{notes}", "progress.db");
            using var twenty = TwentyHost.Start(notes, reps);
            Connect(db, twenty);
            var pull = Work("pull", db);
            Console.WriteLine($"| {notes:N0} | {pull.Seconds:0.0} | {notes / pull.Seconds:N0} | {pull.PeakMegabytes} |");
        }
    }

    private static void Connect(string db, TwentyHost twenty) => Work("connect", db, twenty.Address);

    /// <summary>In a process of its own; its time is what it measured itself, start-up left out.</summary>
    private static Measured Work(string what, params string[] arguments)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(arguments[0]) is { Length: > 0 } folder ? folder : ".");
        var run = Measured.Run(Environment.ProcessPath!, ["sync-work", what, .. arguments]);
        return run.Output.Split(' ') is [var seconds, var count] ? run with { Seconds = double.Parse(seconds), Count = long.Parse(count) } : run;
    }
}
