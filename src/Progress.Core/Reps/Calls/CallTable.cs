using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Bulk access to the table of calls.</summary>
internal sealed class CallTable(SqliteConnection connection) : IDisposable
{
    private const string Columns = "note, title, at, updated, noted_rep, rep, day, seconds, disposition, outcome, sources, rules, change, crm";

    private readonly Statement insert = new(
        connection,
        $"INSERT INTO call ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT (note) DO NOTHING");

    private readonly Statement find = new(connection, $"SELECT {Columns} FROM call WHERE note = ?1");

    private readonly Statement update = new(
        connection,
        """
        UPDATE call SET title = ?2, at = ?3, updated = ?4, noted_rep = ?5, rep = ?6, day = ?7, seconds = ?8,
            disposition = ?9, outcome = ?10, sources = ?11, rules = ?12, change = ?13, crm = ?14
        WHERE note = ?1
        """);

    private readonly CallIndex index = new(connection);

    /// <summary>Adds a call, unless its note is known already.</summary>
    public bool TryInsert(CallRow call)
    {
        Bind(insert, call).Run();
        if (insert.Changes == 0) return false;
        index.Added();
        return true;
    }

    /// <summary>Ends a bulk of calls.</summary>
    public void Complete() => index.Complete();

    public CallRow? Find(Guid note)
    {
        if (!find.Bind(1, note).Step()) return null;
        var row = new CallRow(
            find.Guid(0), find.Text(1), find.Long(2), find.NullableLong(3), (int?)find.NullableLong(4), (int?)find.NullableLong(5),
            (int?)find.NullableLong(6), find.Int(7), find.Int(8), (CallOutcome)find.Int(9), (CallSource)find.Int(10),
            find.Long(11), find.Long(12), (CallCrm)find.Int(13));
        find.Reset();
        return row;
    }

    public void Update(CallRow call) => Bind(update, call).Run();

    public void Dispose()
    {
        insert.Dispose();
        find.Dispose();
        update.Dispose();
    }

    private static Statement Bind(Statement statement, CallRow c) =>
        statement.Bind(1, c.Note).Bind(2, c.Title).Bind(3, c.At).Bind(4, c.Updated).Bind(5, (long?)c.NotedRep).Bind(6, (long?)c.Rep)
            .Bind(7, (long?)c.Day).Bind(8, (long)c.Seconds).Bind(9, (long)c.Disposition).Bind(10, (long)c.Outcome)
            .Bind(11, (long)c.Sources).Bind(12, c.Rules).Bind(13, c.Change).Bind(14, (long)c.Crm);
}
