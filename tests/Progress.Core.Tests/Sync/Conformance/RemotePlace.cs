using Progress.Doubles;
using Progress.Sync;

namespace Progress.Tests;

/// <summary>A provider and the double it talks to, in process or over HTTP, with a clock on which waiting takes no time.</summary>
internal abstract class RemotePlace : IDisposable
{
    private readonly DoubleServer? server;
    private readonly List<ISyncProvider> providers = [];

    protected RemotePlace(Func<TimeProvider, IDouble> make, bool overHttp)
    {
        Double = make(Clock);
        Gate = new OpenGate(Clock);
        server = overHttp ? new DoubleServer(Double) : null;
        Root = server?.Address ?? new Uri("http://127.0.0.1:4001");
        Host = new SyncHost
        {
            Network = overHttp ? null : _ => new DoubleHandler(Double, (time, _) => Clock.Advance(time)),
            Chance = () => 0.5,
            Trace = line => { lock (Trace) Trace.Add(line); },
        };
    }

    public LeapingClock Clock { get; } = new("2026-09-30T12:00:00Z");

    public OpenGate Gate { get; }

    public List<string> Trace { get; } = [];

    public Uri Root { get; }

    public SyncHost Host { get; }

    public IDouble Double { get; }

    public abstract FaultPlan Faults { get; }

    public abstract Journal Journal { get; }

    /// <summary>An entity that can be read by key, and keys that it has.</summary>
    public abstract (string Entity, IReadOnlyList<string> Keys) Readable { get; }

    /// <summary>The key that must not be seen anywhere; null where there is none.</summary>
    public virtual string? Key => null;

    public ISyncProvider Provider => providers.Count > 0 ? providers[0] : Another();

    /// <summary>A further provider at the same double, as another device has it.</summary>
    public ISyncProvider Another()
    {
        var provider = Open();
        providers.Add(provider);
        return provider;
    }

    public IReadOnlyList<RemoteRecord> ReadAll() => Provider.Read(Readable.Entity, [.. Readable.Keys], default);

    public void StopServer() => server?.Dispose();

    public void Dispose()
    {
        providers.ForEach(p => p.Dispose());
        StopServer();
    }

    protected abstract ISyncProvider Open();
}
