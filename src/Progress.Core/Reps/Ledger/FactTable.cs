using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Writes the general ledger; a fact that a rep has already is left as it is.</summary>
internal sealed class FactTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement insert = new(
        connection,
        """
        INSERT INTO xp_fact (rep, key, source, xp, at, day, rules, evidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT DO NOTHING
        """);

    private readonly Statement keysFrom = new(connection, "SELECT source FROM xp_fact WHERE rep = ?1 AND key >= ?2 AND key < ?3");

    /// <returns>Whether the fact is new.</returns>
    public bool Grant(int rep, XpFact fact)
    {
        insert.Bind(1, (long)rep).Bind(2, fact.Key).Bind(3, fact.Source).Bind(4, fact.Xp).Bind(5, fact.At.ToMs())
            .Bind(6, (long)fact.Day).Bind(7, fact.Rules).Bind(8, fact.Evidence).Run();
        return insert.Changes == 1;
    }

    /// <summary>Call sources that the ledger holds of a call apart from its row: those of versions since replaced.</summary>
    public CallSource KeptOf(int rep, Guid note)
    {
        var prefix = CallFacts.KeyPrefix(note);
        keysFrom.Bind(1, (long)rep).Bind(2, prefix).Bind(3, prefix[..^1] + ";");
        var kept = CallSource.None;
        while (keysFrom.Step()) kept |= CallSources.Of(keysFrom.Text(0));
        return kept;
    }

    public void Dispose()
    {
        insert.Dispose();
        keysFrom.Dispose();
    }
}
