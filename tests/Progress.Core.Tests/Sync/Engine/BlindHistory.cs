using Progress.Doubles;
using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>A team at random beside a writer that reads, adds, and later writes over what came in between.</summary>
internal sealed class BlindHistory : IDisposable
{
    private const int Steps = 25;

    private static readonly string[] Reps = ["Ana", "Ben"];
    private static readonly string[] Kinds = ["referral_generated", "email_sent", "dial_made"];

    private readonly Random random;
    private readonly SyncWorld world;
    private readonly List<SyncDevice> devices;
    private readonly Dictionary<(string Device, string Rep), long> floors = [];
    private readonly Dictionary<string, double> read = [];
    private readonly List<string> log = [];

    public BlindHistory(int seed)
    {
        random = new Random(seed);
        world = new SyncWorld(new TwentyOptions { RestUpdateMany = random.Next(4) != 0 }, seed).Members(Reps);
        devices = [.. new[] { "one", "two", "three" }.Select(name => world.Device(name))];
        devices[0].Prepare();
        devices[0].Synced();
        foreach (var rep in Reps) devices[0].Did(rep, "email_sent");
        foreach (var device in devices) device.Synced();
    }

    public void Run()
    {
        world.Twenty.Faults.Sometimes(0.05, Fault.DropAfter, r => r.Method != "GET");
        world.Twenty.Faults.Sometimes(0.03, Fault.Drop);
        for (var i = 0; i < Steps; i++)
        {
            Step();
            Watch();
        }

        world.Twenty.Faults.Clear();
        Quiet();
        CheckReported();
        Decide(random.Next(3));
    }

    public void Dispose() => world.Dispose();

    public override string ToString() => string.Join("\n", log);

    private void Step()
    {
        var (device, rep) = (Pick(devices), Pick(Reps));
        switch (random.Next(12))
        {
            case < 4:
                var done = device.Did(rep, Pick(Kinds), random.Next(1, 4));
                Log($"{device.Name}: {rep} {done.Kind} x {done.Count}");
                break;
            case < 8:
                var result = device.Sync(random.Next(3) switch { 0 => SyncDirection.Push, 1 => SyncDirection.Pull, _ => SyncDirection.Both });
                Log($"{device.Name}: sync {result.Direction} {result.Status}");
                break;
            case 8:
                var paid = random.Next(1, 60);
                world.Twenty.OtherWriter.AddXp(SyncWorld.Id(rep), paid);
                Log($"other writer adds {paid} to {rep}");
                break;
            case 9:
                read[rep] = world.Twenty.OtherWriter.ReadXp(SyncWorld.Id(rep));
                Log($"other writer reads {read[rep]} of {rep}");
                break;
            case 10 when read.Remove(rep, out var was):
                var total = was + random.Next(1, 60);
                Log($"other writer writes {total} over {world.RemoteXp(rep)} of {rep}");
                world.Twenty.OtherWriter.OverwriteXp(SyncWorld.Id(rep), total);
                break;
            default:
                world.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 600)));
                break;
        }
    }

    private void Quiet()
    {
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        for (var round = 0; round < 3; round++)
        {
            foreach (var device in devices)
            {
                device.Synced();
                Watch();
            }
        }
    }

    private void Watch()
    {
        foreach (var device in devices)
        {
            foreach (var rep in Reps)
            {
                var (xp, floor) = (device.Xp(rep), floors.GetValueOrDefault((device.Name, rep)));
                Assert.True(xp >= floor, $"{device.Name} showed {floor} XP of {rep}, and now {xp}; {(xp < floor ? device.Parts(rep) : "")}");
                floors[(device.Name, rep)] = xp;
            }
        }
    }

    /// <summary>What is shown is what the remote has and what the conflicts list as lost.</summary>
    private void CheckReported()
    {
        foreach (var device in devices)
        {
            foreach (var rep in Reps)
            {
                var lost = CrmConflicts.List(device.Store)
                    .Where(c => c.Key == SyncWorld.Id(rep).ToString() && (c.Kind, c.Field) == (ConflictKind.Lowered, "totalXp"))
                    .Sum(c => long.Parse(c.Local!) - long.Parse(c.Remote!));
                var remote = world.RemoteXp(rep);
                Assert.True(device.Xp(rep) == remote + lost, $"{device.Name} shows {device.Xp(rep)} of {rep}; Twenty has {remote}, and {lost} are reported as lost");
            }
        }
    }

    private void Decide(int how)
    {
        var (most, there) = (Reps.ToDictionary(r => r, r => devices.Max(d => d.Xp(r))), Reps.ToDictionary(r => r, world.RemoteXp));
        foreach (var device in devices)
        {
            foreach (var conflict in CrmConflicts.List(device.Store))
            {
                var use = how == 0 || (how == 1 && random.Next(2) == 0) ? ConflictSide.Local : ConflictSide.Remote;
                CrmResolution.Resolve(device.Store, conflict.Id, use);
                Log($"{device.Name}: {conflict.Name} {conflict.Local} or {conflict.Remote}: {use}");
            }
        }

        floors.Clear();
        Quiet();
        foreach (var rep in Reps)
        {
            var remote = world.RemoteXp(rep);
            if (how == 0) Assert.True(remote == most[rep], $"{most[rep]} XP of {rep} were to be put back, Twenty has {remote}");
            if (how == 1) Assert.InRange(remote, there[rep], most[rep]);
            if (how == 2) Assert.True(remote == there[rep], $"{there[rep]} XP of {rep} were accepted, Twenty has {remote}");
            // What is accepted as gone hides nothing that was entered here.
            foreach (var device in devices)
                Assert.True(device.Xp(rep) == Math.Max(remote, Ledger(device, rep)), $"{device.Name} shows {device.Xp(rep)} of {rep}, Twenty has {remote}; {device.Parts(rep)}");
        }

        foreach (var device in devices) device.AssertSound();
    }

    private static long Ledger(SyncDevice device, string rep)
    {
        var key = RepRegister.Load(device.Store).Member(SyncWorld.Id(rep))!.Key;
        return OriginFigures.Sum(LocalFigures.Read(device.Store, RuleBook.Load(device.Store), key).Xp);
    }

    private void Log(string text) => log.Add($"{world.Clock.GetUtcNow():MM-dd HH:mm} {text}");

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
