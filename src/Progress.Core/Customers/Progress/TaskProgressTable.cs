using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Customers;

/// <summary>Bulk access to the table of progress records.</summary>
internal sealed class TaskProgressTable(SqliteConnection connection) : IDisposable
{
    private const string Retired = "progress.retired";

    private const string Columns =
        "sync_key, number, provisional, customer, task, name, source, stage, competency, priority, status, completed_day, tool, notes, impact, created, updated, gone";

    private readonly Statement byKey = new(connection, $"SELECT id, {Columns} FROM task_progress WHERE sync_key = ?1");

    // What was entered for a customer once is one record, however often it was deleted elsewhere.
    private readonly Statement byTask = new(
        connection, $"SELECT id, {Columns} FROM task_progress WHERE customer = ?1 AND task = ?2 AND gone IS NULL ORDER BY id LIMIT 1");

    private readonly Statement byName = new(
        connection, $"SELECT id, {Columns} FROM task_progress WHERE customer = ?1 AND name = ?2 AND task IS NULL AND gone IS NULL ORDER BY id LIMIT 1");

    private readonly Statement insert = new(
        connection,
        $"INSERT INTO task_progress ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)");

    private readonly Statement update = new(
        connection,
        """
        UPDATE task_progress SET sync_key = ?1, number = ?2, provisional = ?3, customer = ?4, task = ?5, name = ?6, source = ?7, stage = ?8,
            competency = ?9, priority = ?10, status = ?11, completed_day = ?12, tool = ?13, notes = ?14, impact = ?15, created = ?16,
            updated = ?17, gone = ?18
        WHERE id = ?19
        """);

    /// <summary>The record of a key, also one that is gone.</summary>
    public TaskProgressRow? Find(Guid syncKey) => One(byKey.Bind(1, syncKey));

    /// <summary>A customer's record of a task; of one without an id, that of its name. One that is gone is none.</summary>
    public TaskProgressRow? Find(int customer, string? task, string name) =>
        One(task is null ? byName.Bind(1, (long)customer).Bind(2, name) : byTask.Bind(1, (long)customer).Bind(2, task));

    /// <summary>The record of a code, also one that is gone.</summary>
    public TaskProgressRow? Find(ProgressCode code)
    {
        using var byCode = new Statement(connection, $"SELECT id, {Columns} FROM task_progress WHERE {(code.IsProvisional ? "provisional" : "number")} = ?1");
        return One(byCode.Bind(1, code.Number));
    }

    /// <summary>Adds a record and returns it with its key.</summary>
    public TaskProgressRow Insert(TaskProgressRow row)
    {
        Bind(insert, row).Run();
        return row with { Id = insert.InsertedId };
    }

    public void Update(TaskProgressRow row) => Bind(update, row).Bind(19, row.Id).Run();

    /// <summary>The number of the next code: one that was given once is not given again.</summary>
    public long NextNumber() => connection.ExecuteScalar<long>(
        "SELECT max(coalesce((SELECT max(number) FROM task_progress), 0), coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = @Retired), 0)) + 1",
        new { Retired });

    /// <summary>A record gives up its number for another.</summary>
    public void Retire(long number) => connection.Execute(
        """
        INSERT INTO meta (name, value) VALUES (@Retired, @number)
        ON CONFLICT DO UPDATE SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))
        """,
        new { Retired, number });

    /// <summary>The number of the next provisional code.</summary>
    public long NextProvisional() => connection.ExecuteScalar<long>("SELECT coalesce(max(provisional), 0) + 1 FROM task_progress");

    /// <summary>Records that are not gone, in the order in which they were entered, one at a time.</summary>
    /// <param name="connection">The store's connection.</param>
    /// <param name="conditions">Conditions on the table's columns, all of which must hold; texts as parameters only.</param>
    /// <param name="bind">Binds the parameters.</param>
    /// <param name="first">Most records; all where null.</param>
    /// <param name="skip">Records left out at the beginning.</param>
    public static IEnumerable<TaskProgressRow> Read(
        SqliteConnection connection, IEnumerable<string>? conditions = null, Action<Statement>? bind = null, long? first = null, long skip = 0)
    {
        var where = string.Join(" AND ", (conditions ?? []).Prepend("gone IS NULL"));
        using var select = new Statement(
            connection, FormattableString.Invariant($"SELECT id, {Columns} FROM task_progress WHERE {where} ORDER BY id LIMIT {first ?? -1} OFFSET {skip}"));
        bind?.Invoke(select);
        while (select.Step()) yield return Row(select);
    }

    public void Dispose()
    {
        byKey.Dispose();
        byTask.Dispose();
        byName.Dispose();
        insert.Dispose();
        update.Dispose();
    }

    private static TaskProgressRow? One(Statement find)
    {
        if (!find.Step()) return null;
        var row = Row(find);
        find.Reset();
        return row;
    }

    private static TaskProgressRow Row(Statement s) => new()
    {
        Id = s.Long(0), SyncKey = s.Guid(1), Number = s.NullableLong(2), Provisional = s.NullableLong(3), Customer = s.Int(4),
        Task = s.NullableText(5), Name = s.Text(6), Source = s.NullableText(7), Stage = s.NullableText(8), Competency = s.NullableText(9),
        Priority = s.NullableText(10), Status = s.Text(11), CompletedDay = (int?)s.NullableLong(12), Tool = s.NullableText(13),
        Notes = s.NullableText(14), Impact = (int?)s.NullableLong(15), Created = s.Long(16), Updated = s.Long(17), Gone = s.NullableLong(18),
    };

    private static Statement Bind(Statement statement, TaskProgressRow r) =>
        statement.Bind(1, r.SyncKey).Bind(2, r.Number).Bind(3, r.Provisional).Bind(4, (long)r.Customer).Bind(5, r.Task).Bind(6, r.Name)
            .Bind(7, r.Source).Bind(8, r.Stage).Bind(9, r.Competency).Bind(10, r.Priority).Bind(11, r.Status)
            .Bind(12, (long?)r.CompletedDay).Bind(13, r.Tool).Bind(14, r.Notes).Bind(15, (long?)r.Impact).Bind(16, r.Created)
            .Bind(17, r.Updated).Bind(18, r.Gone);
}
