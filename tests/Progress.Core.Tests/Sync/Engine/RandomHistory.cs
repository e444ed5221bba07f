using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Reps;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>A team at random: three devices, an academy and another writer, with a network that does what networks do.</summary>
internal sealed class RandomHistory : IDisposable
{
    private static readonly string[] Reps = ["Ana", "Ben"];
    private static readonly string[] Kinds = ["referral_generated", "email_sent", "dial_made", "voicemail_left", "appointment_held", "deal_closed"];
    private static readonly string[] Modules = ["module_0", "module_1", "module_2", "module_3"];
    private static readonly string[] Titles = ["Call - CONTACT | 3:10 | Zoe", "Call - NO_ANSWER | 0:12 | Max", "call - appt | 2:30 | Ida", "Call - VM | 0:31 | Leo", "Call - CALLBACK | 0:45"];

    private readonly Random random;
    private readonly SyncWorld world;
    private readonly HistoryModel model;
    private readonly List<SyncDevice> devices;
    private readonly Dictionary<(string Device, string Rep), long> floors = [];
    private readonly Dictionary<(string Device, string Rep), string> parts = [];
    private readonly Dictionary<string, string> backups = [];
    private readonly List<SourceNote> notes = [];
    private readonly List<string> log = [];
    private int killAt = -1;

    public RandomHistory(int seed)
    {
        random = new Random(seed);
        world = new SyncWorld(Options(), seed).Members(Reps);
        // Nobody reads them, and over thousands of histories they add up.
        world.Twenty.Journal.Keeps = world.RedHawk.Journal.Keeps = false;
        model = new HistoryModel(world);
        world.RedHawk.Pays = (member, xp, badge, module) => model.Pay(Name(member), xp, badge, module);
        foreach (var rep in Reps) world.RedHawk.Link(rep, SyncWorld.Id(rep));
        devices = [.. new[] { "one", "two", "three" }.Select(name => world.Device(name).ConnectAcademy())];
        devices[0].Prepare();
        foreach (var device in devices)
        {
            device.Sync();
            foreach (var rep in Reps) RepDirectory.Set(device.Store, SyncWorld.Id(rep).ToString(), new RepUpdate(RedHawkId: rep));
        }

        world.OnRequest = () =>
        {
            if (killAt >= 0 && killAt-- == 0) throw new KilledException();
        };
    }

    public void Run(int steps)
    {
        Faults();
        for (var i = 0; i < steps; i++)
        {
            Watch(Step());
        }

        Quiet();
        model.Check(devices, Reps);
    }

    public void Dispose() => world.Dispose();

    public override string ToString() => string.Join("\n", log);

    private TwentyOptions Options() => new()
    {
        Throttle = random.Next(3) == 0 ? ThrottleForm.Status429 : ThrottleForm.None,
        RestUpdateMany = random.Next(4) != 0,
        // Small pages, so that there are pages to be repeated.
        MaxLimit = random.Next(3) switch { 0 => 200, 1 => 60, _ => 2 },
        ReplicaLagMs = random.Next(4) == 0 ? 3_000 : 0,
        DropAfterCommit = random.Next(3) == 0 ? 3 : 0,
    };

    private void Faults()
    {
        var faults = world.Twenty.Faults;
        faults.Sometimes(0.03, Fault.Drop);
        faults.Sometimes(0.05, Fault.DropAfter, r => r.Method != "GET");
        faults.Sometimes(0.03, Fault.TruncateAfter);
        faults.Sometimes(0.02, Fault.ErrorAfter);
        faults.Sometimes(0.03, Fault.Throttle(ThrottleForm.Status429));
        faults.Sometimes(0.02, Fault.Empty500);
        faults.Sometimes(0.02, Fault.Html502);
        faults.Sometimes(0.05, Fault.DuplicatePage, r => r.Method == "GET");
        faults.Sometimes(0.05, Fault.Reorder, r => r.Method == "GET");
        faults.Sometimes(0.02, Fault.RepeatedCursor, r => r.Method == "GET");
        world.RedHawk.Faults.Sometimes(0.05, Fault.Drop);
    }

    /// <returns>The device that it happened on, if on one.</returns>
    private SyncDevice Step()
    {
        var (device, rep) = (Pick(devices), Pick(Reps));
        switch (random.Next(20))
        {
            case < 5: Enter(device, rep); break;
            case 5: Learn(device, rep); break;
            case 6 or 7: Call(rep); break;
            case 8: Import(device); break;
            case < 13: Sync(device); break;
            case 13: Killed(device); break;
            case 14: Academy(device, rep); break;
            case 15: model.Pay(rep, random.Next(1, 60), random.Next(2) == 0 ? "dnc_certified" : null, null); Log($"other writer pays {rep}"); break;
            case 16: Keep(device); break;
            case 17: Restore(device); break;
            case 18: world.RedHawk.Restart(); break;
            default: world.Clock.Advance(TimeSpan.FromHours(random.Next(1, 30))); break;
        }

        return device;
    }

    private void Enter(SyncDevice device, string rep)
    {
        var at = world.Clock.GetUtcNow().AddDays(-random.Next(6)).AddMinutes(-random.Next(60));
        var done = device.Did(rep, Pick(Kinds), random.Next(1, 4), at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        model.Entered(device, rep, done);
        Log($"{device.Name}: {rep} {done.Kind} x {done.Count} on {done.Day:MM-dd}");
    }

    private void Learn(SyncDevice device, string rep)
    {
        var module = Pick(Modules);
        var known = device.Progression(rep).Modules.Contains(module);
        device.Achieved(rep, AchievementKind.Module, module, 0.95);
        model.Learnt(device, rep, module, isNews: !known);
        Log($"{device.Name}: {rep} passes {module}");
    }

    private void Call(string rep)
    {
        var at = world.Clock.GetUtcNow().AddMinutes(-random.Next(3000)).UtcDateTime;
        var (id, title) = (Guid.NewGuid(), Pick(Titles));
        id = SyncWorld.Id($"{rep} {title} {notes.Count}");
        world.Twenty.AddNote(id, title, at, SyncWorld.Id(rep));
        notes.Add(new SourceNote(notes.Count + 1, id.ToString(), title, IsoText.Utc(at), IsoText.Utc(world.Clock.GetUtcNow().UtcDateTime), SyncWorld.Id(rep).ToString()));
        model.Called(rep, title, at);
        Log($"note {title} of {rep}");
    }

    private void Import(SyncDevice device)
    {
        CallImport.FromNotes(device.Store, notes.Where(_ => random.Next(2) == 0), new ImportOptions());
        Log($"{device.Name}: imports a file of notes");
    }

    private void Sync(SyncDevice device)
    {
        var result = device.Sync(random.Next(4) switch { 0 => SyncDirection.Push, 1 => SyncDirection.Pull, _ => SyncDirection.Both }, full: random.Next(10) == 0);
        Log($"{device.Name}: sync {result.Direction} {result.Status} {string.Join(" | ", result.Messages)}");
    }

    private void Killed(SyncDevice device)
    {
        killAt = random.Next(12);
        try
        {
            Sync(device);
        }
        catch (KilledException)
        {
            Log($"{device.Name}: killed");
        }

        killAt = -1;
        device.Restart();
        // The lease of a process that is gone ends at once; this one lives on as another.
        world.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    private void Academy(SyncDevice device, string rep)
    {
        if (random.Next(2) == 0) world.RedHawk.PassModule(rep, Pick(Modules), random.Next(2) == 0 ? "academy_star" : null);
        else world.RedHawk.Battle(rep, random.Next(1, 4), "win");
        device.SyncAcademy();
        Log($"{device.Name}: academy of {rep}");
    }

    private void Keep(SyncDevice device)
    {
        var path = Path.Combine(device.Folder, $"backup-{random.Next()}.db");
        StoreBackup.Backup(device.Store, path);
        backups[device.Name] = path;
        model.Kept(device);
        Log($"{device.Name}: backup");
    }

    private void Restore(SyncDevice device)
    {
        if (!backups.TryGetValue(device.Name, out var path)) return;
        model.Restored(device);
        StoreBackup.Restore(device.Store, path);
        foreach (var rep in Reps) floors.Remove((device.Name, rep));
        Log($"{device.Name}: restored");
    }

    /// <summary>All faults end, and everybody syncs until nothing moves.</summary>
    private void Quiet()
    {
        world.Twenty.Faults.Clear();
        world.RedHawk.Faults.Clear();
        world.Twenty.Options = world.Twenty.Options with { DropAfterCommit = 0, ReplicaLagMs = 0 };
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        for (var round = 0; round < 4; round++)
        {
            foreach (var device in devices)
            {
                if (round == 0) device.SyncAcademy();
                var result = device.Sync(full: round == 0);
                Assert.True(result.Status == SyncOutcome.Done, string.Join(" | ", result.Messages));
                Watch(device);
            }
        }
    }

    private void Watch(SyncDevice device)
    {
        foreach (var rep in Reps)
        {
            var xp = device.Xp(rep);
            var floor = floors.GetValueOrDefault((device.Name, rep));
            Assert.True(xp >= floor, $"{device.Name} showed {floor} XP of {rep}, and now {xp}\n  was {parts.GetValueOrDefault((device.Name, rep))}\n  is  {device.Parts(rep)}");
            if (xp == floor) continue;
            floors[(device.Name, rep)] = xp;
            parts[(device.Name, rep)] = device.Parts(rep);
        }
    }

    private void Log(string text) => log.Add($"{world.Clock.GetUtcNow():MM-dd HH:mm} {text}");

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static string Name(Guid member) => Reps.First(r => SyncWorld.Id(r) == member);

    /// <summary>The process ends in the middle of what it does.</summary>
    private sealed class KilledException : Exception;
}
