using Dapper;
using Progress.Store;

namespace Progress.Sync;

/// <summary>What waits to be sent, in short: another change makes another mark.</summary>
/// <param name="Records">How many records, without those that the remote refused.</param>
/// <param name="Versions">How often they changed.</param>
/// <param name="Since">Since when the first of them waits, UTC; null where none does.</param>
internal sealed record OutboxMark(long Records, long Versions, DateTime? Since)
{
    public static OutboxMark Read(ProgressStore store, IReadOnlyList<string> entities)
    {
        const string sql = "SELECT count(*) AS Records, coalesce(sum(version), 0) AS Versions, min(since) AS Since FROM outbox WHERE refused IS NULL AND entity IN @entities";
        var (records, versions, since) = store.Read(c => c.QuerySingle<(long, long, long?)>(sql, new { entities }));
        return new OutboxMark(records, versions, since is { } at ? StoredValues.FromMs(at) : null);
    }
}
