using Dapper;
using Progress.Store;

namespace Progress.Sync;

/// <summary>A key is sent to the host of its first connection, and to no other: settings that were changed do not lead it elsewhere.</summary>
internal static class KeyBinding
{
    /// <exception cref="ProgressException"><c>KeyBoundElsewhere</c>.</exception>
    /// <returns>Whether the key is bound already.</returns>
    public static bool Check(ProgressStore store, CrmConnection connection)
    {
        if (connection.Key is not { } key) return true;
        var bound = store.Read(c => c.QuerySingleOrDefault<string>("SELECT host FROM crm_key WHERE source = @Id", new { key.Id }));
        return bound is null || bound == connection.Host
            ? bound is not null
            : throw new ProgressException(
                "KeyBoundElsewhere", ErrorKind.Usage,
                $"The key of {connection.Name} ({key}) belongs to {bound} and is not sent to {connection.Host}. If the service has moved there, "
                + "repeat Connect-Crm with -Force; otherwise put the address right.", connection.Name);
    }

    public static void Bind(StoreChange change, CrmConnection connection)
    {
        if (connection.Key is { } key)
            change.Connection.Execute("INSERT OR REPLACE INTO crm_key (source, host) VALUES (@Id, @Host)", new { key.Id, connection.Host });
    }
}
