using Dapper;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>A conflict as a merge reports it.</summary>
internal sealed record FoundConflict(
    string Connection, string Entity, string Key, string Record, string Field, ConflictKind Kind, string? Local, string? Remote, string? By);

/// <summary>Lists and keeps conflicts.</summary>
public static class CrmConflicts
{
    private const string Columns = "id, connection, entity, key, record, field, kind, ours, theirs, author, at, used, resolved";

    /// <summary>Conflicts, newest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="connection">Only of this connection: a name, or a pattern; all without it.</param>
    /// <param name="includeResolved">Also those that were resolved.</param>
    public static IReadOnlyList<CrmConflict> List(ProgressStore store, string? connection = null, bool includeResolved = false)
    {
        var named = new ConnectionFilter(connection);
        return store.Read(c =>
        {
            var rows = c.Query<Row>($"SELECT {Columns} FROM crm_conflict WHERE resolved IS NULL OR @includeResolved ORDER BY id DESC", new { includeResolved })
                .Where(r => named.Fits(r.Connection)).ToList();
            var names = new RecordNames(store);
            return rows.ConvertAll(r => r.ToConflict(names));
        });
    }

    /// <summary>One conflict by its number.</summary>
    /// <exception cref="ProgressException"><c>ConflictNotFound</c>.</exception>
    public static CrmConflict Find(ProgressStore store, long id) =>
        store.Read(c => c.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM crm_conflict WHERE id = @id", new { id }))?.ToConflict(new RecordNames(store))
        ?? throw new ProgressException(
            "ConflictNotFound", ErrorKind.NotFound, $"There is no conflict {id}. Get-CrmConflict lists the open ones, with -IncludeResolved all.", id);

    /// <summary>Puts down a conflict, or what became of one that is still open.</summary>
    /// <returns>Whether there was none open of that field.</returns>
    internal static bool Report(StoreChange change, FoundConflict found)
    {
        const string known = """
            SELECT count(*) FROM crm_conflict
            WHERE connection = @Connection AND entity = @Entity AND key = @Key AND record = @Record AND field = @Field AND resolved IS NULL
            """;
        const string sql = """
            INSERT INTO crm_conflict (connection, entity, key, record, field, kind, ours, theirs, author, at)
            VALUES (@Connection, @Entity, @Key, @Record, @Field, @kind, @Local, @Remote, @By, @at)
            ON CONFLICT (connection, entity, key, record, field) WHERE resolved IS NULL DO UPDATE SET
                kind = excluded.kind, ours = excluded.ours, theirs = excluded.theirs, author = excluded.author,
                at = CASE WHEN ours IS excluded.ours AND theirs IS excluded.theirs THEN at ELSE excluded.at END
            """;
        var row = new
        {
            found.Connection, found.Entity, found.Key, found.Record, found.Field, kind = found.Kind.ToString(), found.Local, found.Remote, found.By,
            at = change.Now.ToMs(),
        };
        var isNew = change.Connection.ExecuteScalar<long>(known, row) == 0;
        change.Connection.Execute(sql, row);
        return isNew;
    }

    /// <summary>Says that an open conflict was resolved, and with whose value.</summary>
    internal static void Close(StoreChange change, long id, ConflictSide used) => change.Connection.Execute(
        "UPDATE crm_conflict SET resolved = @at, used = @used WHERE id = @id AND resolved IS NULL",
        new { at = change.Now.ToMs(), used = used.ToString(), id });

    private sealed record Row
    {
        public long Id { get; init; }
        public string Connection { get; init; } = "";
        public string Entity { get; init; } = "";
        public string Key { get; init; } = "";
        public string Record { get; init; } = "";
        public string Field { get; init; } = "";
        public string Kind { get; init; } = "";
        public string? Ours { get; init; }
        public string? Theirs { get; init; }
        public string? Author { get; init; }
        public long At { get; init; }
        public string? Used { get; init; }
        public long? Resolved { get; init; }

        public CrmConflict ToConflict(RecordNames names) => new()
        {
            Id = Id, Connection = Connection, Entity = Entity, Key = Key, Record = Record, Name = names.Of(Entity, Key), Field = Field,
            Kind = Enum.Parse<ConflictKind>(Kind), Local = Ours, Remote = Theirs, By = Author, At = StoredValues.FromMs(At),
            Used = Used is null ? null : Enum.Parse<ConflictSide>(Used), Resolved = Resolved is { } at ? StoredValues.FromMs(at) : null,
        };
    }
}
