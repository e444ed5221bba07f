using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Sync;

/// <summary>What is wrong with a connection.</summary>
/// <param name="Id">Stable id, e.g. <c>KeyExpired</c>.</param>
/// <param name="Message">What happened, and what to do next.</param>
/// <param name="Since">When it was first so, UTC.</param>
/// <param name="IsPartial">Whether it concerns a part of what is carried, and the rest goes on.</param>
internal sealed record SyncError(string Id, string Message, DateTime Since, bool IsPartial = false);

/// <summary>What the last passes found out about a connection.</summary>
/// <param name="Connection">Its name.</param>
internal sealed record ConnectionState(string Connection)
{
    /// <summary>What it was last connected to: host and port, and of Airtable the base.</summary>
    public string? Host { get; init; }

    /// <summary>What answered there.</summary>
    public RemoteServer? Server { get; init; }

    /// <summary>When everything was last sent, UTC.</summary>
    public DateTime? LastPush { get; init; }

    /// <summary>When everything was last fetched, UTC.</summary>
    public DateTime? LastPull { get; init; }

    /// <summary>What is wrong, or null.</summary>
    public SyncError? Error { get; init; }

    /// <summary>What the remote has of what we keep there; null before it was asked.</summary>
    public RemoteSchema? Schema { get; init; }

    public static ConnectionState Read(ProgressStore store, string connection) => store.Read(c => Read(c, connection));

    public static ConnectionState Read(SqliteConnection store, string connection)
    {
        const string sql = "SELECT server, last_push AS Push, last_pull AS Pull, error, schema FROM crm_state WHERE connection = @connection";
        if (store.QuerySingleOrDefault<Row>(sql, new { connection }) is not { } row) return new ConnectionState(connection);
        var at = StateJson.Read<Answer>(row.Server);
        return new ConnectionState(connection)
        {
            Host = at?.Host, Server = at?.Server, LastPush = Time(row.Push), LastPull = Time(row.Pull),
            Error = StateJson.Read<SyncError>(row.Error), Schema = StateJson.Read<RemoteSchema>(row.Schema),
        };
    }

    /// <summary>The same with something wrong; the same fault keeps its first time.</summary>
    public ConnectionState Failed(string id, string message, DateTime now, bool isPartial = false) =>
        this with { Error = new SyncError(id, message, Error is { } before && before.Id == id ? before.Since : now, isPartial) };

    /// <summary>The same with nothing wrong, as a pass has shown; one that went only one way says nothing of the other.</summary>
    public ConnectionState Recovered(bool isWhole = true) => isWhole || Error is { IsPartial: false } ? this with { Error = null } : this;

    /// <summary>Forgets what was agreed with the remote, so that everything is compared anew.</summary>
    public static ConnectionState Forget(StoreChange change, string connection)
    {
        change.Connection.Execute(
            "DELETE FROM crm_record WHERE connection = @connection; DELETE FROM crm_cursor WHERE connection = @connection", new { connection });
        return new ConnectionState(connection);
    }

    public void Save(StoreChange change) => change.Connection.Execute(
        """
        INSERT OR REPLACE INTO crm_state (connection, server, last_push, last_pull, error, schema)
        VALUES (@Connection, @server, @push, @pull, @error, @schema)
        """,
        new
        {
            Connection, server = StateJson.Write(Host is null && Server is null ? null : new Answer(Host, Server)),
            push = LastPush?.ToMs(), pull = LastPull?.ToMs(), error = StateJson.Write(Error), schema = StateJson.Write(Schema),
        });

    private static DateTime? Time(long? ms) => ms is { } at ? StoredValues.FromMs(at) : null;

    private sealed record Answer(string? Host, RemoteServer? Server);

    private sealed record Row
    {
        public string? Server { get; init; }
        public long? Push { get; init; }
        public long? Pull { get; init; }
        public string? Error { get; init; }
        public string? Schema { get; init; }
    }
}
