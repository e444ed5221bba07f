using Dapper;
using Progress.Store;

namespace Progress.Sync;

/// <summary>A record that waits to be sent.</summary>
/// <param name="Key">Our key.</param>
/// <param name="Version">How often it changed: a later change is another version, and still waits when this one is sent.</param>
internal sealed record OutboxEntry(string Key, long Version);

/// <summary>Records that wait to be sent; written in the transaction of each change.</summary>
internal static class OutboxTable
{
    /// <summary>What waits, longest first; without what the remote refused.</summary>
    public static IReadOnlyList<OutboxEntry> Read(ProgressStore store, string entity, int most = int.MaxValue) =>
        store.Read(c => c
            .Query<OutboxEntry>(
                "SELECT key AS Key, version AS Version FROM outbox WHERE entity = @entity AND refused IS NULL ORDER BY since, key LIMIT @most", new { entity, most })
            .ToList());

    public static int Pending(ProgressStore store, string entity) =>
        store.Read(c => c.ExecuteScalar<int>("SELECT count(*) FROM outbox WHERE entity = @entity AND refused IS NULL", new { entity }));

    public static int Refused(ProgressStore store, string entity) =>
        store.Read(c => c.ExecuteScalar<int>("SELECT count(*) FROM outbox WHERE entity = @entity AND refused IS NOT NULL", new { entity }));

    /// <summary>How many of what waits the remote has told of before.</summary>
    public static int Known(ProgressStore store, string connection, string entity) => store.Read(c => c.ExecuteScalar<int>(
        "SELECT count(*) FROM outbox AS o WHERE entity = @entity AND EXISTS (SELECT * FROM crm_record WHERE connection = @connection AND entity = @entity AND key = o.key)",
        new { connection, entity }));

    public static bool IsWaiting(ProgressStore store, string entity, string key) =>
        store.Connection.ExecuteScalar<bool>("SELECT count(*) FROM outbox WHERE entity = @entity AND key = @key", new { entity, key });

    /// <summary>Since when the first of them waits, UTC.</summary>
    public static DateTime? Since(ProgressStore store, string entity) =>
        store.Read(c => c.ExecuteScalar<long?>("SELECT min(since) FROM outbox WHERE entity = @entity AND refused IS NULL", new { entity })) is { } ms
            ? StoredValues.FromMs(ms)
            : null;

    /// <summary>A record lacks something of ours; one that was refused is not tried again for that.</summary>
    public static void Wait(StoreChange change, string entity, string key) =>
        change.Connection.Execute(
            "INSERT INTO outbox (entity, key, since) VALUES (@entity, @key, @at) ON CONFLICT DO NOTHING", new { entity, key, at = change.Now.ToMs() });

    /// <summary>A record was sent, unless it changed since.</summary>
    public static void Sent(StoreChange change, string entity, OutboxEntry entry) =>
        change.Connection.Execute("DELETE FROM outbox WHERE entity = @entity AND key = @Key AND version = @Version", new { entity, entry.Key, entry.Version });

    /// <summary>A record will not be had: it waits for another change, or for a person.</summary>
    public static void Refuse(StoreChange change, string entity, OutboxEntry entry, string reason) =>
        change.Connection.Execute(
            "UPDATE outbox SET refused = @reason WHERE entity = @entity AND key = @Key AND version = @Version", new { entity, entry.Key, entry.Version, reason });

    /// <summary>Tries again what was refused; only for a reason where one is given.</summary>
    public static int Retry(StoreChange change, string entity, string? reason = null) =>
        change.Connection.Execute("UPDATE outbox SET refused = NULL WHERE entity = @entity AND refused = coalesce(@reason, refused)", new { entity, reason });
}
