using Progress.Doubles;
using Progress.Reps;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>Random histories of opportunities that are won, reopened, moved and thrown away while devices come, go, and lose answers.</summary>
public sealed class OutcomeHistoryTests
{
    [Fact]
    public void Deals_of_the_crm_count_once_everywhere()
    {
        foreach (var seed in Enumerable.Range(1, Runs.Of(30, 1000)))
        {
            using var history = new History(seed);
            try
            {
                history.Run(40);
            }
            catch (Exception fault)
            {
                Assert.Fail($"seed {seed}: {fault.Message}\n{history}\n{fault.StackTrace}");
            }
        }
    }

    private sealed class History : IDisposable
    {
        private static readonly string[] Reps = ["Ana", "Ben"];
        private readonly Random random;
        private readonly OutcomePlace place;
        private readonly List<SyncDevice> devices;
        private readonly bool mayReopen;
        private readonly Dictionary<string, (string Rep, bool IsWon)> now = [];
        private readonly HashSet<(string Name, string Rep)> everWon = [];
        private readonly Dictionary<string, int> byHand = [];
        private readonly Dictionary<(SyncDevice, string), long> floors = [];
        private readonly List<string> log = [];

        public History(int seed)
        {
            random = new Random(seed);
            // Where nothing is taken back, XP is known to the last point.
            mayReopen = seed % 2 == 0;
            place = new OutcomePlace(new TwentyOptions { MaxLimit = 60, RestUpdateMany = random.Next(3) > 0 }, seed);
            devices = [.. new[] { "one", "two", "three" }.Select(name => place.Device(name))];
            var faults = place.World.Twenty.Faults;
            faults.Sometimes(0.04, Fault.DropAfter, r => r.Method != "GET");
            faults.Sometimes(0.03, Fault.Drop);
            faults.Sometimes(0.04, Fault.DuplicatePage, r => r.Method == "GET");
            faults.Sometimes(0.04, Fault.Reorder, r => r.Method == "GET");
        }

        public void Run(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                Step();
                foreach (var device in devices) Watch(device);
            }

            place.World.Twenty.Faults.Clear();
            place.Pass(TimeSpan.FromMinutes(10));
            for (var round = 0; round < 3; round++)
                foreach (var device in devices)
                {
                    var result = device.Sync(full: round == 0, force: true);
                    Assert.True(result.Status == SyncOutcome.Done, string.Join(" | ", result.Messages));
                    Watch(device);
                }

            foreach (var rep in Reps) Check(rep);
            foreach (var device in devices) device.AssertSound();
        }

        public void Dispose() => place.Dispose();

        public override string ToString() => string.Join("\n", log);

        private void Step()
        {
            var device = devices[random.Next(devices.Count)];
            switch (random.Next(12))
            {
                case < 4: Edit(); break;
                case 4: Enter(device); break;
                case 5: Replace(device); break;
                case 6: place.Pass(TimeSpan.FromMinutes(random.Next(1, 600))); break;
                default:
                    var direction = random.Next(4) switch { 0 => SyncDirection.Push, 1 => SyncDirection.Pull, _ => SyncDirection.Both };
                    var result = device.Sync(direction, full: random.Next(8) == 0, force: random.Next(2) == 0);
                    log.Add($"{device.Name}: {direction} {result.Status} {string.Join(" | ", result.Messages)}");
                    break;
            }
        }

        private void Edit()
        {
            place.Pass(TimeSpan.FromMinutes(1));
            var name = $"o{random.Next(8)}";
            var known = now.TryGetValue(name, out var was);
            if (known && was.IsWon && !mayReopen) return;
            var rep = known && random.Next(3) > 0 ? was.Rep : Reps[random.Next(2)];
            var isWon = random.Next(2) == 0;
            var isTrashed = !isWon && random.Next(3) == 0;
            place.Opportunity(name, rep, isWon || isTrashed ? "WON" : "NEW", $"2026-09-{random.Next(10, 29)}T10:00:00Z");
            place.Trash(name, isTrashed);
            now[name] = (rep, isWon);
            if (isWon) everWon.Add((name, rep));
            log.Add($"{name} of {rep} is {(isTrashed ? "in the bin" : isWon ? "won" : "open")}");
        }

        private void Enter(SyncDevice device)
        {
            var rep = Reps[random.Next(2)];
            if (RepRegister.Load(device.Store).Member(SyncWorld.Id(rep)) is null) return;
            device.Did(rep, "deal_closed", at: "2026-09-05T10:00:00Z");
            byHand[rep] = byHand.GetValueOrDefault(rep) + 1;
            log.Add($"{device.Name}: a deal of {rep} by hand");
        }

        /// <summary>A device that has told everything goes, and a new one comes in its place.</summary>
        private void Replace(SyncDevice device)
        {
            if (device.Sync().Status != SyncOutcome.Done || device.Sync().Status != SyncOutcome.Done) return;
            var next = place.Device($"{device.Name}'");
            devices[devices.IndexOf(device)] = next;
            log.Add($"{device.Name} goes");
        }

        private void Watch(SyncDevice device)
        {
            foreach (var rep in Reps)
            {
                var xp = device.Xp(rep);
                Assert.True(xp >= floors.GetValueOrDefault((device, rep)), $"{device.Name} showed {floors.GetValueOrDefault((device, rep))} XP of {rep}, and now {xp}");
                floors[(device, rep)] = xp;
            }
        }

        private void Check(string rep)
        {
            var hand = byHand.GetValueOrDefault(rep);
            var won = now.Values.Count(o => o.Rep == rep && o.IsWon);
            var ever = everWon.Count(o => o.Rep == rep);
            if (place.Record(rep) is not { } record)
            {
                Assert.Equal(0, hand + won);
                return;
            }

            Assert.True(won + hand == place.RemoteDeals(rep), $"Twenty has {place.RemoteDeals(rep)} deals of {rep}, {won} are won and {hand} entered: {record["syncState"]}");
            var paid = place.Claimed(rep, "xp", "crm");
            Assert.InRange(paid, 300 * won, 300 * ever);
            if (!mayReopen) Assert.Equal(300 * won, paid);
            var parts = paid + (300 * hand) + place.Claimed(rep, "xp", "days") + (record["syncState"]!["paid"]?.AsObject().Sum(p => p.Value!.GetValue<long>()) ?? 0);
            Assert.Equal(parts, place.World.RemoteXp(rep));
            foreach (var device in devices)
            {
                Assert.True((parts, won + hand) == (device.Xp(rep), device.Progression(rep).ClosedDeals),
                    $"{device.Name} shows {device.Xp(rep)} XP and {device.Progression(rep).ClosedDeals} deals of {rep}, not {parts} and {won + hand}: {device.Parts(rep)}");
            }
        }
    }
}
