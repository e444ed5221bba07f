using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Makes, lists and ends connections with CRMs. They live in the user's own settings file; keys live nowhere.</summary>
public static class CrmConnections
{
    /// <summary>Makes a connection, or makes one of that name anew, when the address and the key are good.</summary>
    /// <param name="store">The store.</param>
    /// <param name="asked">The connection.</param>
    /// <param name="host">Network, environment and chance.</param>
    /// <param name="force">Sends the key to another host than that of its first connection.</param>
    /// <param name="dryRun">Checks what can be checked without a call, and writes nothing.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="ProgressException">
    /// <c>InvalidConnection</c>, <c>InsecureUri</c>, <c>ProviderConnected</c>, <c>ConnectionNameTaken</c>, <c>KeyBoundElsewhere</c>; of the
    /// service <c>Unreachable</c>, <c>KeyMissing</c>, <c>KeyInvalid</c>, <c>KeyExpired</c> and its like; of the settings file <c>InvalidSettings</c>,
    /// <c>OutputFailed</c>.
    /// </exception>
    public static CrmConnection Connect(
        ProgressStore store, NewCrmConnection asked, SyncHost host, bool force = false, bool dryRun = false, CancellationToken cancel = default)
    {
        var user = UserSettings.Load(store.Location.Folder);
        var settings = ConnectionRequest.ToSettings(asked, user);
        var connection = CrmConnection.Of(settings, user);
        if (!force) KeyBinding.Check(store, connection);
        if (dryRun) return connection;
        var server = Ask(store, connection, asked.ApiKey, host, cancel);
        var former = user.Connections.FirstOrDefault(c => ConnectionRequest.IsSame(c, asked));
        store.Change(
            change =>
            {
                Keep(change, connection, server, asked.PerMinute is not null && asked.PerMinute != former?.PerMinute);
                change.Audit("connection", connection.Name, former, settings);
                ConnectionFile.Write(store.Location.Folder, [.. user.Connections.Where(c => !ConnectionRequest.IsSame(c, asked)), settings]);
                return true;
            },
            cancel: cancel);
        if (asked.ApiKey is { } key) ApiKeys.Give(store.Location, connection.Name, key);
        return connection with { KeyExpires = server.KeyExpires, Warning = KeyExpiry.Warning(server.KeyExpires, store.UtcNow) };
    }

    /// <summary>The connections of a store, in the order of the settings.</summary>
    /// <exception cref="ProgressException"><c>InvalidSettings</c>.</exception>
    public static IReadOnlyList<CrmConnection> List(StoreLocation store)
    {
        var user = UserSettings.Load(store.Folder);
        return [.. user.Connections.Select(c => CrmConnection.Of(c, user))];
    }

    /// <summary>The connection of a name, or those that a pattern fits; all of them without one.</summary>
    /// <exception cref="ProgressException"><c>ConnectionNotFound</c>: a name without wildcards that is none; <c>InvalidSettings</c>.</exception>
    public static IReadOnlyList<CrmConnection> List(StoreLocation store, string? name)
    {
        var all = List(store);
        if (name is null) return all;
        var pattern = new NamePattern(name);
        var found = all.Where(c => pattern.IsPattern ? pattern.Fits(c.Name) : c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count > 0 || pattern.IsPattern ? found : throw NotFound(store, name);
    }

    private static ProgressException NotFound(StoreLocation store, string name) => new(
        "ConnectionNotFound", ErrorKind.NotFound,
        $"There is no connection '{name}'. "
        + (List(store) is { Count: > 0 } all ? $"Connected: {string.Join(", ", all.Select(c => c.Name))}." : "Connect-Crm makes one."), name);

    /// <summary>Ends a connection: nothing is sent any more. What is pending stays in the outbox, and what was fetched stays.</summary>
    /// <exception cref="ProgressException"><c>ConnectionNotFound</c>; <c>InvalidSettings</c>; <c>OutputFailed</c>.</exception>
    public static void Remove(ProgressStore store, string name, bool dryRun = false)
    {
        var removed = Find(store.Location, name);
        if (dryRun) return;
        var connections = UserSettings.Load(store.Location.Folder).Connections;
        store.Change(change =>
        {
            change.Audit("connection", removed.Name, connections.Single(c => c.Name == removed.Name), null);
            ConnectionFile.Write(store.Location.Folder, [.. connections.Where(c => c.Name != removed.Name)]);
            return true;
        });
        ApiKeys.Forget(store.Location, removed.Name);
    }

    /// <summary>The connection of that name.</summary>
    internal static CrmConnection Find(StoreLocation store, string name) =>
        List(store).FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw NotFound(store, name);

    /// <summary>Opens a connection for a pass: takes the key as it is now, and binds a key that is used for the first time.</summary>
    /// <exception cref="ProgressException"><c>KeyBoundElsewhere</c>.</exception>
    /// <exception cref="RemoteException"><see cref="RemoteFault.KeyMissing"/>.</exception>
    internal static OpenedConnection Open(ProgressStore store, CrmConnection connection, SyncHost host, double? pace, RemoteMapping? mapping = null)
    {
        if (!KeyBinding.Check(store, connection))
            store.Change(change =>
            {
                KeyBinding.Bind(change, connection);
                return true;
            });
        return OpenedConnection.Open(store, connection, () => connection.Key?.Read(store.Location, connection.Name, host), host, pace, mapping);
    }

    private static RemoteServer Ask(ProgressStore store, CrmConnection connection, string? given, SyncHost host, CancellationToken cancel)
    {
        try
        {
            using var opened = OpenedConnection.Open(store, connection, () => given ?? connection.Key?.Read(store.Location, connection.Name, host), host, null);
            var server = opened.Provider.Check(cancel);
            KeyExpiry.ThrowIfPast(server.KeyExpires, store.UtcNow);
            return server;
        }
        catch (RemoteException fault)
        {
            throw fault.ToError(connection.Name);
        }
    }

    private static void Keep(StoreChange change, CrmConnection connection, RemoteServer server, bool statesLimit)
    {
        KeyBinding.Bind(change, connection);
        if (statesLimit) CallRate.Forget(change.Connection, connection.Remote);
        var before = ConnectionState.Read(change.Connection, connection.Name);
        // Another host or base may hold other records: what was agreed with the former says nothing of it.
        if (before.Host is not null && before.Host != connection.Remote) before = ConnectionState.Forget(change, connection.Name);
        (before.Recovered() with { Host = connection.Remote, Server = server }).Save(change);
    }
}
