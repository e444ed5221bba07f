using Progress.Doubles;
using Progress.Reps;
using Progress.Sync;

namespace Progress.Tests;

/// <summary>A workspace of Twenty, an academy, and devices with stores of their own, all on one clock; today is 2026-09-30.</summary>
internal sealed class SyncWorld : IDisposable
{
    public const string Secret = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjQ5MDAwMDAwMDB9.the-key-of-the-workspace";
    public const string TwentyUri = "http://127.0.0.1:4001";
    public const string RedHawkUri = "http://127.0.0.1:4002";

    private readonly List<SyncDevice> devices = [];

    public SyncWorld(TwentyOptions? options = null, int seed = 1)
    {
        var random = new Random(seed);
        Twenty = new TwentyDouble(options, Clock, seed);
        RedHawk = new RedHawkDouble(clock: Clock, seed: seed);
        Twenty.AcceptKey(Secret);
        Host = new SyncHost
        {
            Network = uri => new WatchedHandler(this, new DoubleHandler(uri.Port == 4001 ? Twenty : RedHawk, (time, _) => Clock.Advance(time))),
            Variable = name => name == "TWENTY_API_KEY" ? Key : null,
            Chance = random.NextDouble,
            Trace = Trace.Add,
        };
    }

    public LeapingClock Clock { get; } = new("2026-09-30T12:00:00Z");

    public TwentyDouble Twenty { get; }

    public RedHawkDouble RedHawk { get; }

    public SyncHost Host { get; }

    /// <summary>What the variable of the key holds.</summary>
    public string? Key { get; set; } = Secret;

    /// <summary>Called before each request.</summary>
    public Action OnRequest { get; set; } = () => { };

    /// <summary>A line for each request.</summary>
    public List<string> Trace { get; } = [];

    public static Guid Id(string name) => NamedGuid.Create(Guid.Empty, name);

    /// <summary>Members of the workspace.</summary>
    public SyncWorld Members(params string[] names)
    {
        foreach (var name in names) Twenty.AddMember(Id(name), name, "Lee", "UTC");
        return this;
    }

    /// <summary>A device with a store of its own, connected unless told otherwise.</summary>
    public SyncDevice Device(string name, bool isConnected = true)
    {
        var device = new SyncDevice(this, name);
        devices.Add(device);
        if (isConnected) device.Connect();
        return device;
    }

    public void Note(string rep, string title, string at, string? id = null) =>
        Twenty.AddNote(Id(id ?? $"{rep} {title} {at}"), title, DateTimeOffset.Parse(at + "Z"), Id(rep));

    /// <summary>What Twenty holds of a rep.</summary>
    public long RemoteXp(string rep) => Twenty.Records("repProgressions")
        .Where(r => r["workspaceMemberId"]!.GetValue<string>() == Id(rep).ToString() && r["deletedAt"] is null)
        .Sum(r => r["totalXp"] is { } xp ? (long)xp.GetValue<double>() : 0);

    public void Dispose()
    {
        foreach (var device in devices) device.Dispose();
    }

    private sealed class WatchedHandler(SyncWorld world, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            world.OnRequest();
            return base.Send(request, cancellationToken);
        }
    }
}
