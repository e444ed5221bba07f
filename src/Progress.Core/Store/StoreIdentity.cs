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

    internal static void Renew(SqliteConnection connection, Guid device) =>
        connection.Execute("UPDATE meta SET value = @device WHERE name = 'device'", new { device = device.ToString() });
}
