using System.Text.Json.Nodes;
using Dapper;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Records as a remote last told them.</summary>
internal static class ShadowTable
{
    public static IReadOnlyList<RemoteRecord> Read(ProgressStore store, string connection, string entity, string key) =>
        [.. store.Connection
            .Query<(string Id, string Json)>(
                "SELECT id, json FROM crm_record WHERE connection = @connection AND entity = @entity AND key = @key ORDER BY id", new { connection, entity, key })
            .Select(r => new RemoteRecord(r.Id, key, (JsonObject)JsonNode.Parse(r.Json)!))];

    /// <summary>Our keys of all records that are known.</summary>
    public static IReadOnlySet<string> Keys(ProgressStore store, string connection, string entity) =>
        store.Read(c => c.Query<string>("SELECT key FROM crm_record WHERE connection = @connection AND entity = @entity", new { connection, entity }).ToHashSet());

    /// <summary>Our keys and the remote's ids of all records that it told of.</summary>
    public static IReadOnlyList<(string Key, string Id)> Ids(ProgressStore store, string connection, string entity) =>
        store.Read(c => c.Query<(string, string)>(
            "SELECT key, id FROM crm_record WHERE connection = @connection AND entity = @entity AND id <> ''", new { connection, entity }).ToList());

    /// <summary>Our key of the record that has an id there, or null.</summary>
    public static string? KeyOf(ProgressStore store, string connection, string entity, string id) =>
        store.Connection.QueryFirstOrDefault<string?>(
            "SELECT key FROM crm_record WHERE connection = @connection AND entity = @entity AND id = @id", new { connection, entity, id });

    /// <summary>The fields of one record as told last, or null.</summary>
    public static JsonObject? Find(ProgressStore store, string connection, string entity, string key, string id) =>
        store.Connection.QuerySingleOrDefault<string?>(
            "SELECT json FROM crm_record WHERE connection = @connection AND entity = @entity AND key = @key AND id = @id", new { connection, entity, key, id }) is { } json
            ? (JsonObject)JsonNode.Parse(json)!
            : null;

    /// <summary>When a record was told last, UTC.</summary>
    public static DateTime At(ProgressStore store, string connection, string entity, RemoteRecord record) =>
        StoredValues.FromMs(store.Connection.QuerySingle<long>(
            "SELECT at FROM crm_record WHERE connection = @connection AND entity = @entity AND key = @Key AND id = @Id", new { connection, entity, record.Key, record.Id }));

    public static void Save(StoreChange change, string connection, string entity, RemoteRecord record)
    {
        const string sql = """
            INSERT INTO crm_record (connection, entity, key, id, json, at) VALUES (@connection, @entity, @Key, @Id, @json, @at)
            ON CONFLICT DO UPDATE SET json = excluded.json, at = excluded.at
            """;
        change.Connection.Execute(sql, new { connection, entity, record.Key, record.Id, json = record.Fields.ToJsonString(), at = change.Now.ToMs() });
    }

    public static void Remove(StoreChange change, string connection, string entity, RemoteRecord record) =>
        change.Connection.Execute(
            "DELETE FROM crm_record WHERE connection = @connection AND entity = @entity AND key = @Key AND id = @Id",
            new { connection, entity, record.Key, record.Id });
}
