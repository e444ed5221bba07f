using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>What the store has yet to settle with a remote.</summary>
internal sealed record SyncCounts(int Pending, int Refused, IReadOnlyList<CrmRefusal> Refusals, int Conflicts, int LocalOnlyCalls)
{
    private const int RefusalsShown = 20;

    public static SyncCounts Read(ProgressStore store, CrmConnection connection) => store.Read(c =>
    {
        var entities = Providers.Outbox(connection.Provider);
        var (all, refused) = c.QuerySingle<(long, long)>("SELECT count(*), count(refused) FROM outbox WHERE entity IN @entities", new { entities });
        var conflicts = c.ExecuteScalar<long>("SELECT count(*) FROM crm_conflict WHERE connection = @Name AND resolved IS NULL", new { connection.Name });
        var calls = connection.Provider == CrmProvider.Twenty ? c.ExecuteScalar<long>("SELECT count(*) FROM call WHERE crm = 0") : 0;
        return new SyncCounts((int)(all - refused), (int)refused, refused == 0 ? [] : RefusalsOf(store, c, entities), (int)conflicts, (int)calls);
    });

    private static List<CrmRefusal> RefusalsOf(ProgressStore store, SqliteConnection connection, IReadOnlyList<string> entities)
    {
        const string sql = """
            SELECT entity, key, refused, since FROM outbox
            WHERE entity IN @entities AND refused IS NOT NULL ORDER BY since, entity, key LIMIT @RefusalsShown
            """;
        var names = new RecordNames(store);
        return connection.Query<(string Entity, string Key, string Reason, long Since)>(sql, new { entities, RefusalsShown }).AsList()
            .ConvertAll(r => new CrmRefusal(r.Entity, r.Key, names.Of(r.Entity, r.Key), r.Reason, StoredValues.FromMs(r.Since)));
    }
}
