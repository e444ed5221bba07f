using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Sync;

/// <summary>A lease as the store keeps it; times in ms since 1970.</summary>
internal sealed record LeaseRow
{
    public string Connection { get; init; } = "";
    public string Holder { get; init; } = "";
    public string Who { get; init; } = "";
    public string Machine { get; init; } = "";
    public long Process { get; init; }
    public long Started { get; init; }
    public long Since { get; init; }
    public long Until { get; init; }

    public static LeaseRow Of(string connection, string who, string holder, DateTime since, DateTime until) => new()
    {
        Connection = connection, Holder = holder, Who = who, Machine = LeaseHolder.Current.Machine, Process = LeaseHolder.Current.Process,
        Started = LeaseHolder.Current.Started, Since = since.ToMs(), Until = until.ToMs(),
    };

    public static LeaseRow? Find(SqliteConnection store, string connection) => store.QuerySingleOrDefault<LeaseRow>(
        "SELECT connection, holder, who, machine, process, started, since, until FROM crm_lease WHERE connection = @connection", new { connection });

    public void Save(SqliteConnection store) => store.Execute(
        """
        INSERT OR REPLACE INTO crm_lease (connection, holder, who, machine, process, started, since, until)
        VALUES (@Connection, @Holder, @Who, @Machine, @Process, @Started, @Since, @Until)
        """,
        this);

    /// <summary>Whether it still holds. One that runs longer than any can was written by a clock that has been set back since.</summary>
    public bool Holds(DateTime now)
    {
        var left = Until - now.ToMs();
        return left > 0 && left <= SyncLease.Term.TotalMilliseconds && !new LeaseHolder(Machine, Process, Started).IsGone;
    }
}
