using Dapper;
using Microsoft.Data.Sqlite;

namespace Progress.Reps;

/// <summary>Disposition codes and their numbers in the store.</summary>
internal sealed class DispositionTable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, int> ids;

    public DispositionTable(SqliteConnection connection)
    {
        this.connection = connection;
        ids = connection.Query<(long Id, string Code)>("SELECT id, code FROM disposition").ToDictionary(d => d.Code, d => (int)d.Id);
    }

    public int IdOf(string code)
    {
        if (ids.TryGetValue(code, out var id)) return id;
        id = (int)connection.QuerySingle<long>("INSERT INTO disposition (code) VALUES (@code) RETURNING id", new { code });
        return ids[code] = id;
    }
}
