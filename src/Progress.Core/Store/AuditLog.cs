using Dapper;

namespace Progress.Store;

/// <summary>Reads what was changed, by whom and why.</summary>
public static class AuditLog
{
    /// <summary>Entries, newest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="entity">Only this kind of thing, e.g. <c>rep</c>.</param>
    /// <param name="key">Only this one.</param>
    /// <param name="since">Only from this moment on, UTC.</param>
    public static IEnumerable<AuditEntry> Read(ProgressStore store, string? entity = null, string? key = null, DateTime? since = null)
    {
        const string sql = """
            SELECT id, at, who, command, entity, key, old, new, reason FROM audit
            WHERE (@entity IS NULL OR entity = @entity) AND (@key IS NULL OR key = @key) AND at >= @since
            ORDER BY id DESC
            """;
        var rows = store.Connection.Query<Row>(sql, new { entity, key, since = since?.ToMs() ?? long.MinValue }, buffered: false);
        return StoreErrors.Guard(store.Location, rows)
            .Select(r => new AuditEntry(r.Id, StoredValues.FromMs(r.At), r.Who, r.Command, r.Entity, r.Key, r.Old, r.New, r.Reason));
    }

    private sealed record Row
    {
        public long Id { get; init; }
        public long At { get; init; }
        public string Who { get; init; } = "";
        public string Command { get; init; } = "";
        public string Entity { get; init; } = "";
        public string? Key { get; init; }
        public string? Old { get; init; }
        public string? New { get; init; }
        public string? Reason { get; init; }
    }
}
