using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Reps;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>What happened, reckoned apart from the product: what each place contributed, and what it must add up to.</summary>
internal sealed class HistoryModel(SyncWorld world)
{
    private static readonly Dictionary<string, int> CallXp = new()
    {
        ["Call - CONTACT | 3:10 | Zoe"] = 2 + 5 + 15, ["Call - NO_ANSWER | 0:12 | Max"] = 2, ["call - appt | 2:30 | Ida"] = 2 + 5 + 15 + 100,
        ["Call - VM | 0:31 | Leo"] = 2 + 8, ["Call - CALLBACK | 0:45"] = 2 + 5 + 25,
    };

    private readonly Dictionary<string, long> others = [];
    private readonly Dictionary<string, long> calls = [];
    private readonly Dictionary<string, HashSet<int>> days = [];
    private readonly Dictionary<string, HashSet<string>> mayPay = [];
    private readonly Dictionary<string, List<Entry>> entries = [];
    private readonly Dictionary<string, List<Entry>> kept = [];
    private readonly Dictionary<(string Device, string Rep), long> ended = [];

    private sealed record Entry(string Device, string Rep, string? Module, long Xp, long Deals, int Day);

    /// <summary>Another system adds XP.</summary>
    public void Pay(string rep, double xp, string? badge, string? module)
    {
        others[rep] = others.GetValueOrDefault(rep) + (long)xp;
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id(rep), xp, badge, module);
    }

    public void Called(string rep, string title, DateTime at)
    {
        calls[rep] = calls.GetValueOrDefault(rep) + CallXp[title];
        Seen(rep, DateOnly.FromDateTime(at).DayNumber);
    }

    public void Entered(SyncDevice device, string rep, RepActivity done)
    {
        List(entries, device).Add(new Entry(Id(device), rep, null, done.Xp, done.Kind == "deal_closed" ? done.Count : 0, done.Day.DayNumber));
        Seen(rep, done.Day.DayNumber);
    }

    public void Learnt(SyncDevice device, string rep, string module, bool isNews)
    {
        if (!isNews) return;
        var day = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime).DayNumber;
        List(entries, device).Add(new Entry(Id(device), rep, module, 0, 0, day));
        if (!mayPay.TryGetValue(rep, out var modules)) mayPay[rep] = modules = [];
        modules.Add(module);
        Seen(rep, day);
    }

    public void Kept(SyncDevice device) => kept[device.Name] = [.. List(entries, device)];

    /// <summary>What was entered since the backup is gone, but for what Twenty had been told of it.</summary>
    public void Restored(SyncDevice device)
    {
        var id = Id(device);
        foreach (var rep in new[] { "Ana", "Ben" })
        {
            var told = Records(rep).Select(r => (long?)State(r)?["xp"]?["dev"]?[id]?.GetValue<long>() ?? 0).DefaultIfEmpty(0).Max();
            ended[(id, rep)] = Math.Max(told, ended.GetValueOrDefault((id, rep)));
        }

        entries[device.Name] = [.. kept[device.Name]];
    }

    public void Check(IReadOnlyList<SyncDevice> devices, IReadOnlyList<string> reps)
    {
        foreach (var rep in reps)
        {
            var records = Records(rep);
            if (records.Count == 0) continue;
            // A reader of a late replica may have made a second record: ours is in the one that claims most, of two alike in the one that
            // our devices make; what others added counts in each.
            var record = records.OrderByDescending(Claimed).ThenByDescending(r => RecordId.Is(SyncWorld.Id(rep), r["id"]!.GetValue<string>())).First();
            var remote = records.Sum(r => Total(r) - Claimed(r)) + Claimed(record);
            var state = State(record) ?? [];
            var devs = Devices(rep);
            var paid = state["paid"] as JsonObject ?? [];
            CheckPaid(rep, paid);
            var keyed = paid.Sum(p => p.Value!.GetValue<long>());
            var awards = DayXp(rep, record);
            var expected = others.GetValueOrDefault(rep) + devs + calls.GetValueOrDefault(rep) + keyed + awards;
            var parts = $"others {others.GetValueOrDefault(rep)}, devices {devs}, calls {calls.GetValueOrDefault(rep)}, once {keyed}, days {awards}; state {state.ToJsonString()}";
            Assert.True(expected == remote, $"Twenty has {remote} XP of {rep}, {expected} happened: {parts}");
            foreach (var device in devices) Assert.True(device.Xp(rep) == expected, $"{device.Name} shows {device.Xp(rep)} XP of {rep}, {expected} happened: {parts}; {device.Parts(rep)}");
            CheckSets(rep, record, devices);
        }

        foreach (var device in devices) device.AssertSound();
    }

    private long Devices(string rep)
    {
        var sums = entries.Values.SelectMany(e => e).Where(e => e.Rep == rep).GroupBy(e => e.Device).ToDictionary(g => g.Key, g => g.Sum(e => e.Xp));
        foreach (var ((device, of), told) in ended.Where(e => e.Key.Rep == rep)) sums[device] = Math.Max(told, sums.GetValueOrDefault(device));
        return sums.Values.Sum();
    }

    private void CheckPaid(string rep, JsonObject paid)
    {
        var modules = paid.Where(p => p.Key.StartsWith("module:")).ToDictionary(p => p.Key["module:".Length..], p => p.Value!.GetValue<long>());
        Assert.All(modules, m => Assert.Equal(50, m.Value));
        Assert.Superset(modules.Keys.ToHashSet(), mayPay.GetValueOrDefault(rep) ?? []);
        var surviving = entries.Values.SelectMany(e => e).Where(e => e.Rep == rep && e.Module is not null).Select(e => e.Module!).ToHashSet();
        Assert.Subset(modules.Keys.ToHashSet(), surviving);
    }

    /// <summary>25 XP a day with a dial, 10 for a day after an active day: from the days that Twenty has.</summary>
    private long DayXp(string rep, JsonObject record)
    {
        var (active, dialed) = (Days(record, "active"), Days(record, "dialed"));
        var surviving = entries.Values.SelectMany(e => e).Where(e => e.Rep == rep && e.Xp > 0).Select(e => e.Day).ToHashSet();
        Assert.Subset(active, surviving);
        Assert.Superset(active, days.GetValueOrDefault(rep) ?? []);
        Assert.Subset(active, dialed);
        return (25 * dialed.Count) + (10 * active.Count(d => active.Contains(d - 1)));
    }

    private static void CheckSets(string rep, JsonObject record, IReadOnlyList<SyncDevice> devices)
    {
        foreach (var device in devices)
        {
            var here = device.Progression(rep);
            Assert.Equal(Set(record["badges"]), here.Badges.ToHashSet());
            Assert.Equal(Set(record["completedModules"]), here.Modules.ToHashSet());
            Assert.Equal((long)(record["closedDeals"]?.GetValue<double>() ?? 0), here.ClosedDeals);
            Assert.Equal(record["currentRank"]!.GetValue<string>(), here.Rank);
        }
    }

    private void Seen(string rep, int day)
    {
        if (!days.TryGetValue(rep, out var seen)) days[rep] = seen = [];
        seen.Add(day);
    }

    private List<JsonObject> Records(string rep) =>
        [.. world.Twenty.Records("repProgressions").Where(r => r["workspaceMemberId"]!.GetValue<string>() == SyncWorld.Id(rep).ToString())];

    private static long Claimed(JsonObject record) => State(record)?["claimedXp"]?.GetValue<long>() ?? 0;

    private static long Total(JsonObject record) => (long)(record["totalXp"]?.GetValue<double>() ?? 0);

    private static JsonObject? State(JsonObject record) => record["syncState"] as JsonObject;

    private static HashSet<int> Days(JsonObject record, string kind) =>
        [.. (record["activeDays"]?[kind] as JsonArray ?? []).SelectMany(run =>
        {
            var ends = run!.GetValue<string>().Split('/').Select(d => DateOnly.Parse(d).DayNumber).ToArray();
            return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
        })];

    private static HashSet<string> Set(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(i => i!.GetValue<string>())],
        JsonValue text => Set(JsonNode.Parse(text.GetValue<string>())),
        _ => [],
    };

    private static string Id(SyncDevice device) => StoreIdentity.Device(device.Store).ToString();

    private static List<Entry> List(Dictionary<string, List<Entry>> of, SyncDevice device) =>
        of.TryGetValue(device.Name, out var list) ? list : of[device.Name] = [];
}
