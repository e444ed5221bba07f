using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Reps;
using Xunit;

namespace Progress.Tests;

/// <summary>A team at random, whose processes are killed now and then, beside a model of what happened.</summary>
internal sealed class KilledHistory : IDisposable
{
    private static readonly string[] Reps = [Workplace.Ana, Workplace.Ben];
    private static readonly (string Kind, int Xp)[] Kinds = [("referral_generated", 150), ("email_reply", 30), ("appointment_held", 50), ("deal_closed", 300)];
    private static readonly (string Title, int Xp)[] Titles =
        [("Call - CONTACT | 3:10 | Zoe", 2 + 5 + 15), ("Call - NO_ANSWER | 0:12 | Max", 2), ("Call - APPT | 2:30 | Ida", 2 + 5 + 15 + 100), ("Call - VM | 0:31 | Leo", 2 + 8)];

    private readonly Random random;
    private readonly DateTime today = new(2026, 9, 30, 0, 0, 0, DateTimeKind.Utc);
    private readonly SyncPlace world;
    private readonly List<Workplace> stores;
    private readonly List<string> log = [], notes = [];
    private readonly Dictionary<string, long> expected = [], deals = [];
    private readonly HashSet<(string Rep, DateTime Day)> active = [], dialed = [];
    private readonly Dictionary<(Workplace, string), long> floors = [];
    private int entered, kills;

    public KilledHistory(int seed)
    {
        random = new Random(seed);
        world = new SyncPlace(seed);
        world.Twenty.AddMember(Guid.Parse(Workplace.Ana), "Ana", "Silva", "UTC");
        world.Twenty.AddMember(Guid.Parse(Workplace.Ben), "Ben", "Ito", "UTC");
        stores = [.. Enumerable.Range(0, 3).Select(_ => world.Machine())];
        foreach (var run in stores.Select(s => Cli.Start(s, SyncPlace.Connect(world.Address))).ToList().Select(Cli.End)) Assert.True(run.ExitCode == 0, run.Error + run.Out);
    }

    public void Run(int steps)
    {
        world.Faults(isThrottled: random.Next(5) == 0);
        for (var i = 0; i < steps; i++)
        {
            var store = Pick(stores);
            Step(store);
            Watch(store);
        }

        Quiet();
        Check();
    }

    public void Dispose()
    {
        stores.ForEach(s => s.Dispose());
        world.Dispose();
    }

    /// <summary>What happened, and every request with its answer.</summary>
    public override string ToString() => string.Join('\n', log.Append("").Concat(world.Twenty.Journal.Entries.Select(
        e => $"{e.At.UtcDateTime:HH:mm:ss.fff} {e.Method} {Uri.UnescapeDataString($"{e.Path}?{e.Query}")} {e.Status} {e.Delivery} {e.Fault?.Kind} {e.Body}")));

    private void Step(Workplace store)
    {
        switch (random.Next(8))
        {
            case 0: Enter(store, Pick(Reps)); break;
            case 1: Note(Pick(Reps)); Import(store); break;
            case 2: Pay(Pick(Reps)); Note(Pick(Reps)); break;
            case 3: Together(store, Pick(Reps)); break;
            default: Enter(store, Pick(Reps), isKilled: random.Next(3) == 0); Sync(store); break;
        }
    }

    /// <summary>Under an id of its own, so that a command of which nobody knows whether it was done can simply be given again.</summary>
    private void Enter(Workplace store, string rep, bool isKilled = false)
    {
        string[] command = Activity(rep);
        if (isKilled) Kill(Cli.Start(store, command), TimeSpan.FromMilliseconds(random.Next(100, 500)));
        var run = store.Run(command);
        Assert.True(run.ExitCode == 0, $"{run.ExitCode}: {run.Error}");
        Log(store, string.Join(' ', command));
    }

    private string[] Activity(string rep)
    {
        var ((kind, xp), count, day) = (Pick(Kinds), random.Next(1, 4), today.AddDays(-random.Next(5)));
        Count(rep, xp * count, day);
        if (kind == "deal_closed") deals[rep] = deals.GetValueOrDefault(rep) + count;
        return ["add-activity", "--rep", rep, "--kind", kind, "--count", $"{count}", "--at", $"{day:yyyy-MM-dd}", "--id", $"fact-{++entered}"];
    }

    /// <summary>A person writes a note into Twenty; a file holds some of them, too.</summary>
    private void Note(string rep)
    {
        var ((title, xp), id, day) = (Pick(Titles), NamedGuid.Create(Guid.Empty, $"note {notes.Count}"), today.AddDays(-random.Next(5)));
        world.Twenty.AddNote(id, title, day, Guid.Parse(rep));
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"{id},{title},{day:yyyy-MM-dd'T'HH:mm:ss'Z'},{rep}"));
        Count(rep, xp, day);
        dialed.Add((rep, day));
        log.Add($"note: {notes[^1]}");
    }

    private void Import(Workplace store)
    {
        string[] import = ["import-calls", store.Notes("notes.csv", notes.Where(_ => random.Next(2) == 0))];
        if (random.Next(2) == 0) Kill(Cli.Start(store, import), TimeSpan.FromMilliseconds(random.Next(100, 700)));
        else store.Do(import);
        Log(store, "import");
    }

    private void Pay(string rep)
    {
        var xp = random.Next(1, 60);
        world.Twenty.OtherWriter.AddXp(Guid.Parse(rep), xp);
        expected[rep] = expected.GetValueOrDefault(rep) + xp;
        log.Add($"another program adds {xp} XP to {rep}");
    }

    /// <summary>Killed after a while, at a request of its own, before or after that is carried out, or not at all.</summary>
    private void Sync(Workplace store)
    {
        var way = Pick(["both", "both", "push", "pull"]);
        var sync = Cli.Start(store, "sync", "--direction", way);
        var (death, how) = random.Next(4) switch
        {
            0 => (null, "to its end"),
            1 => (TimeSpan.FromMilliseconds(random.Next(150, 1200)), "killed after a while"),
            _ => ((TimeSpan?)TimeSpan.FromMinutes(1), "killed at a request"),
        };
        if (death is not null && how == "killed at a request") world.KillAt(sync, random.Next(1, 9), isAfter: random.Next(2) == 0);
        if (death is { } time) Kill(sync, time);
        else _ = Cli.End(sync);
        world.KillNobody();
        Log(store, $"sync {way} {how}");
    }

    /// <summary>People go on entering while a pass is under way.</summary>
    private void Together(Workplace store, string rep)
    {
        var sync = Cli.Start(store, "sync");
        Enter(store, rep);
        Kill(sync, TimeSpan.FromMilliseconds(random.Next(50, 400)));
        Log(store, "sync meanwhile");
    }

    private void Kill(Process process, TimeSpan time)
    {
        using (process)
        {
            if (process.WaitForExit(time)) return;
            process.Kill();
            process.WaitForExit();
            kills++;
        }
    }

    private void Quiet()
    {
        world.Twenty.Faults.Clear();
        for (var round = 0; round < 2; round++)
        {
            foreach (var store in stores)
            {
                var run = store.Run("sync", "--json");
                Assert.True(run.ExitCode == 0, $"{run.ExitCode}: {run.Error}{run.Out}");
                Watch(store);
            }
        }
    }

    private void Check()
    {
        log.Add($"{kills} kills");
        foreach (var rep in Reps.Where(expected.ContainsKey))
        {
            // Another program may make a record of its own while we make ours: both count.
            var records = world.Twenty.Records("repProgressions").Where(r => r["workspaceMemberId"]!.GetValue<string>() == rep).ToList();
            var once = (records.Select(r => r["syncState"]?["paid"] as JsonObject).First(p => p is not null)!).Sum(p => p.Value!.GetValue<long>());
            var sum = expected[rep] + once + Days(rep);
            Assert.Equal((sum, deals.GetValueOrDefault(rep)), (Sum(records, "totalXp"), Sum(records, "closedDeals")));
            Assert.All(stores, store => Assert.Equal((sum, deals.GetValueOrDefault(rep)), Shown(store, rep)));
        }

        foreach (var store in stores) store.Do("store", "test");
    }

    /// <summary>25 XP for a day with a dial, 10 for an active day after another.</summary>
    private long Days(string rep) => (25 * dialed.Count(d => d.Rep == rep)) + (10 * active.Count(d => d.Rep == rep && active.Contains((rep, d.Day.AddDays(-1)))));

    private static long Sum(List<JsonObject> records, string field) => records.Sum(r => (long)(r[field]?.GetValue<double>() ?? 0));

    private void Count(string rep, long xp, DateTime day)
    {
        expected[rep] = expected.GetValueOrDefault(rep) + xp;
        active.Add((rep, day));
    }

    private void Watch(Workplace store)
    {
        foreach (var rep in Reps)
        {
            var (xp, _) = Shown(store, rep);
            Assert.True(xp >= floors.GetValueOrDefault((store, rep)), $"{store.Folder} showed {floors.GetValueOrDefault((store, rep))} XP of {rep}, and now {xp}");
            floors[(store, rep)] = xp;
        }
    }

    private static (long Xp, long Deals) Shown(Workplace place, string rep)
    {
        using var store = place.Open();
        var shown = RepRegister.Load(store).Member(Guid.Parse(rep)) is null ? null : RepProgressions.Get(store, [rep]).Single();
        return (shown?.TotalXp ?? 0, shown?.ClosedDeals ?? 0);
    }

    private void Log(Workplace store, string text) => log.Add($"{DateTime.UtcNow:HH:mm:ss.fff} machine {stores.IndexOf(store)}: {text}");

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
