using Dapper;
using Progress.Store;

namespace Progress.Sync;

/// <summary>What the store and the settings say of a connection, as far as it decides when to sync.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Waiting">What waits to be sent to it.</param>
/// <param name="LastPush">When somebody last sent everything, UTC.</param>
/// <param name="LastPull">When somebody last fetched everything, UTC.</param>
internal sealed record SyncLook(CrmConnection Connection, OutboxMark Waiting, DateTime? LastPush, DateTime? LastPull)
{
    /// <exception cref="ProgressException"><c>ConnectionNotFound</c>; <c>InvalidSettings</c>; store errors.</exception>
    public static SyncLook Read(ProgressStore store, string name)
    {
        var connection = CrmConnections.Find(store.Location, name);
        var state = ConnectionState.Read(store, connection.Name);
        return new SyncLook(connection, OutboxMark.Read(store, Providers.Outbox(connection.Provider)), state.LastPush, state.LastPull);
    }

    /// <summary>A number that another one replaces when other connections to the store, of any process, have changed it.</summary>
    public static long Version(ProgressStore store) => StoreErrors.Guard(store.Location, () => store.Connection.ExecuteScalar<long>("PRAGMA data_version"));
}
