namespace Progress.Store;

/// <summary>Puts records into the outbox; in bulk without a command for each.</summary>
internal sealed class OutboxRows(StoreChange change) : IDisposable
{
    // A record already waiting keeps its first time, and a refused one is tried again.
    private readonly Statement add = new(
        change.Connection,
        """
        INSERT INTO outbox (entity, key, since) VALUES (?1, ?2, ?3)
        ON CONFLICT DO UPDATE SET version = version + 1, refused = NULL, since = CASE WHEN refused IS NULL THEN since ELSE excluded.since END
        """);

    /// <summary>Says that a remote will want this record.</summary>
    public void Add(string entity, string key) => add.Bind(1, entity).Bind(2, key).Bind(3, change.Now.ToMs()).Run();

    public void Dispose() => add.Dispose();
}
