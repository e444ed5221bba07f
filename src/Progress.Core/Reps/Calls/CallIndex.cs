using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Reps;

/// <summary>The index of calls by rep and day: while very many are added, making it anew at the end costs less than keeping it.</summary>
internal sealed class CallIndex(SqliteConnection connection)
{
    private const int Bulk = 50_000;

    private readonly long existing = connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM call");
    private long added;
    private bool isDropped;

    public void Added()
    {
        if (++added < Bulk || isDropped || added < existing / 4) return;
        connection.Execute("DROP INDEX call_rep_day");
        isDropped = true;
    }

    public void Complete()
    {
        if (isDropped) connection.Execute("CREATE INDEX call_rep_day ON call (rep, day)");
        isDropped = false;
    }
}
