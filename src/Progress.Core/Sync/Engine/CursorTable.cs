using Dapper;
using Progress.Store;

namespace Progress.Sync;

/// <summary>How far each reading of a connection has come.</summary>
internal static class CursorTable
{
    public static string? Find(ProgressStore store, string connection, string name) =>
        store.Read(c => c.QuerySingleOrDefault<string?>("SELECT value FROM crm_cursor WHERE connection = @connection AND name = @name", new { connection, name }));

    /// <summary>When it was last moved, UTC.</summary>
    public static DateTime? At(ProgressStore store, string connection, string name) =>
        store.Read(c => c.QuerySingleOrDefault<long?>("SELECT at FROM crm_cursor WHERE connection = @connection AND name = @name", new { connection, name })) is { } ms
            ? StoredValues.FromMs(ms)
            : null;

    public static void Save(StoreChange change, string connection, string name, string value) =>
        change.Connection.Execute(
            "INSERT INTO crm_cursor (connection, name, value, at) VALUES (@connection, @name, @value, @at) ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at",
            new { connection, name, value, at = change.Now.ToMs() });

    /// <summary>Forgets how far a reading came, so that everything is read again.</summary>
    public static void Forget(StoreChange change, string connection, string name) =>
        change.Connection.Execute("DELETE FROM crm_cursor WHERE connection = @connection AND name = @name", new { connection, name });
}
