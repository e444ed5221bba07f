using Dapper;
using Progress.Store;

namespace Progress.Sync;

/// <summary>What each pass did.</summary>
public static class CrmSyncLog
{
    /// <summary>Passes that are kept of a connection.</summary>
    public const int Kept = 1_000;

    /// <summary>Passes, newest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="connection">Only of this connection: a name, or a pattern; all without it.</param>
    /// <param name="since">Only those that ended at this moment or later, UTC.</param>
    public static IReadOnlyList<SyncResult> Read(ProgressStore store, string? connection = null, DateTime? since = null)
    {
        const string sql = "SELECT connection, json FROM crm_log WHERE at >= @since ORDER BY id DESC";
        var named = new ConnectionFilter(connection);
        var rows = store.Read(c => c.Query<(string Connection, string Json)>(sql, new { since = since?.ToMs() ?? long.MinValue }));
        return [.. rows.Where(r => named.Fits(r.Connection)).Select(r => StateJson.Read<SyncResult>(r.Json)).OfType<SyncResult>()];
    }

    internal static void Add(StoreChange change, SyncResult result)
    {
        change.Connection.Execute(
            "INSERT INTO crm_log (connection, at, json) VALUES (@Connection, @at, @json)",
            new { result.Connection, at = result.EndedAt.ToMs(), json = StateJson.Write(result) });
        const string forget = """
            DELETE FROM crm_log WHERE connection = @Connection AND id <=
                (SELECT id FROM crm_log WHERE connection = @Connection ORDER BY id DESC LIMIT 1 OFFSET @Kept)
            """;
        change.Connection.Execute(forget, new { result.Connection, Kept });
    }
}
