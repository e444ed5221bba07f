using Progress.Store;

namespace Progress.Sync;

/// <summary>How a connection was made, and its first pass.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Sync">The pass that sent what was pending, and fetched; null where another was at work.</param>
/// <param name="Warnings">What a person should know: of the key, and of the pass.</param>
public sealed record CrmLogin(CrmConnection Connection, SyncResult? Sync, IReadOnlyList<string> Warnings)
{
    /// <summary>0 when the pass did all, else 1: the connection is made.</summary>
    public int ExitCode => Sync is { ExitCode: 0 } ? 0 : 1;
}

/// <summary>Login and logout: both carry over what is pending.</summary>
public static class CrmSession
{
    /// <summary>Makes a connection, sends what is pending, and fetches.</summary>
    /// <exception cref="ProgressException">As <see cref="CrmConnections.Connect"/>. What goes wrong after it is told in the result.</exception>
    public static CrmLogin Begin(
        ProgressStore store, NewCrmConnection asked, SyncHost host, bool force = false, Action<ProgressReport>? report = null, CancellationToken cancel = default)
    {
        var connection = CrmConnections.Connect(store, asked, host, force, cancel: cancel);
        List<string> warnings = connection.Warning is { } warning ? [warning] : [];
        try
        {
            var request = new SyncRequest { Connection = connection.Name, Host = host, Report = report };
            var sync = CrmSync.Invoke(store, request, cancel).Single();
            return new CrmLogin(connection, sync, [.. warnings, .. sync.Messages]);
        }
        catch (ProgressException busy) when (busy.Kind == ErrorKind.Busy)
        {
            return new CrmLogin(connection, null, [.. warnings, busy.Message]);
        }
    }

    /// <summary>Sends what is pending, if that is done in time, and ends the connection.</summary>
    /// <param name="store">The store.</param>
    /// <param name="name">The connection's name.</param>
    /// <param name="limit">The longest that it may take.</param>
    /// <param name="host">Network, environment and chance.</param>
    /// <param name="report">Told how far it is.</param>
    /// <param name="cancel">Ends it, with the connection as it was.</param>
    /// <returns>How it stood at the end: what is left, and why.</returns>
    /// <exception cref="ProgressException"><c>ConnectionNotFound</c>; <c>InvalidSettings</c>; <c>OutputFailed</c>.</exception>
    public static CrmSyncStatus End(
        ProgressStore store, string name, TimeSpan limit, SyncHost host, Action<ProgressReport>? report = null, CancellationToken cancel = default)
    {
        var connection = CrmConnections.Find(store.Location, name).Name;
        if (Status().Pending > 0) Flush(store, new SyncRequest { Connection = connection, Direction = SyncDirection.Push, Wait = limit, Host = host, Report = report }, cancel);
        var left = Status();
        CrmConnections.Remove(store, connection);
        return left;

        CrmSyncStatus Status() => CrmSyncStatuses.Get(store, host, connection).Single();
    }

    private static void Flush(ProgressStore store, SyncRequest request, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(request.Wait, store.Options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            _ = CrmSync.Invoke(store, request, either.Token).Count();
        }
        catch (ProgressException busy) when (busy.Kind == ErrorKind.Busy)
        {
            // Whoever is at work sends it; what they do not is told as left.
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The time is up; the outbox keeps the rest.
        }
    }
}
