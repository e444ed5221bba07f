using Dapper;
using Microsoft.Data.Sqlite;

namespace Progress.Store;

/// <summary>Which device a store is: sync counts each device's own facts once, so no two stores may share an id.</summary>
public static class StoreIdentity
{
    /// <summary>The store's device id.</summary>
    public static Guid Device(ProgressStore store) =>
        store.Read(connection => Guid.Parse(connection.QuerySingle<string>("SELECT value FROM meta WHERE name = 'device'")));

    internal static void Create(SqliteConnection connection, StoreOptions options)
    {
        connection.Execute("INSERT INTO meta (name, value) VALUES ('device', @device)", new { device = options.NewId().ToString() });
        connection.Execute(
            "INSERT INTO meta (name, value) VALUES ('created', @at)",
            new { at = IsoText.Utc(options.Clock.GetUtcNow().UtcDateTime) });
    }

    /// <summary>Gives the store another device id; changes up to <paramref name="through"/>, an audit row, or all so far, stay the former one's.</summary>
    internal static void Renew(SqliteConnection connection, Guid device, long? through = null)
    {
        const string sql = """
            INSERT INTO former_device (id, through)
                SELECT value, coalesce(@through, (SELECT coalesce(max(id), 0) FROM audit)) FROM meta WHERE name = 'device'
                ON CONFLICT DO UPDATE SET through = max(through, excluded.through);
            UPDATE meta SET value = @device WHERE name = 'device'
            """;
        connection.Execute(sql, new { device = device.ToString(), through });
    }

    /// <summary>Gives a store that was copied here an id of its own.</summary>
    /// <param name="change">The change.</param>
    /// <param name="place">Where the store is: machine and path, or what names a throw-away container.</param>
    internal static void Settle(StoreChange change, string place)
    {
        var known = change.Connection.QuerySingleOrDefault<string?>("SELECT value FROM meta WHERE name = 'place'");
        if (known == place)
        {
            change.TakeBack();
            return;
        }

        if (known is not null)
        {
            var device = change.Store.Options.NewId();
            Renew(change.Connection, device);
            change.Audit("store", change.Store.Location.Path, new { place = known }, new { place, device });
        }

        change.Connection.Execute("INSERT INTO meta (name, value) VALUES ('place', @place) ON CONFLICT DO UPDATE SET value = excluded.value", new { place });
    }
}
