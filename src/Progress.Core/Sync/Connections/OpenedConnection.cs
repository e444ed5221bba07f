using Progress.Store;

namespace Progress.Sync;

/// <summary>A connection that is being used: its provider, behind the gate that all callers share.</summary>
internal sealed class OpenedConnection : IDisposable
{
    private OpenedConnection(CrmConnection connection, ISyncProvider provider, CallLimiter gate) =>
        (Connection, Provider, Gate) = (connection, provider, gate);

    public CrmConnection Connection { get; }

    public ISyncProvider Provider { get; }

    public CallLimiter Gate { get; }

    /// <param name="store">The store of this thread.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="key">Tells the key, at each request.</param>
    /// <param name="host">Network, environment and chance.</param>
    /// <param name="pace">The part of the limit to use; null for the connection's.</param>
    /// <param name="mapping">What the settings and the store say of what is read and written there; null for nothing.</param>
    /// <exception cref="RemoteException"><see cref="RemoteFault.KeyMissing"/>: there is no key where it should be.</exception>
    public static OpenedConnection Open(
        ProgressStore store, CrmConnection connection, Func<string?> key, SyncHost host, double? pace, RemoteMapping? mapping = null)
    {
        if (connection.Key is { } source && key() is null) throw new RemoteException(RemoteFault.KeyMissing, $"there is no key ({source}). {source.NextStep}");
        var limit = connection.Limit;
        var gate = new CallLimiter(store, connection.Remote, limit with { Pace = pace ?? limit.Pace }, host.Chance);
        return new OpenedConnection(connection, Providers.Open(connection, key, gate, store.Options.Clock, host, mapping ?? RemoteMapping.None), gate);
    }

    public void Dispose()
    {
        Provider.Dispose();
        Gate.Dispose();
    }
}
