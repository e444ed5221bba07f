using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Sync;

/// <summary>The right to sync a connection: one pass at a time, across processes.</summary>
/// <remarks>It ends a minute after it was last renewed, and at once when the process that holds it is gone.</remarks>
internal sealed class SyncLease : IDisposable
{
    /// <summary>How long it holds unless it is renewed.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private readonly ProgressStore store;
    private readonly string connection;
    private readonly string holder;
    private DateTime until;

    private SyncLease(ProgressStore store, string connection, string holder, DateTime until)
    {
        (this.store, this.connection, this.holder, this.until) = (store, connection, holder, until);
    }

    /// <summary>Takes the lease if it is free; null while another has it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="connection">The connection's name.</param>
    /// <param name="who">Who syncs, as others are told, e.g. <c>Invoke-CrmSync of ana</c>.</param>
    public static SyncLease? TryTake(ProgressStore store, string connection, string who)
    {
        // Asking while another is at work must not hold up writers.
        if (store.Read(c => LeaseRow.Find(c, connection)) is { } other && other.Holds(store.UtcNow)) return null;
        return store.Change(change =>
        {
            if (LeaseRow.Find(change.Connection, connection) is { } held && held.Holds(change.Now)) return null;
            var row = LeaseRow.Of(connection, who, store.Options.NewId().ToString(), change.Now, change.Now + Term);
            row.Save(change.Connection);
            return new SyncLease(store, connection, row.Holder, change.Now + Term);
        });
    }

    /// <summary>Takes the lease, waiting for it by the clock.</summary>
    /// <exception cref="ProgressException"><c>SyncBusy</c>: another still has it after <paramref name="wait"/>.</exception>
    public static SyncLease Take(ProgressStore store, string connection, string who, TimeSpan wait, CancellationToken cancel)
    {
        for (var end = store.UtcNow + wait; ;)
        {
            cancel.ThrowIfCancellationRequested();
            if (TryTake(store, connection, who) is { } lease) return lease;
            var left = end - store.UtcNow;
            if (left <= TimeSpan.Zero) throw Busy(store, connection);
            Task.Delay(left < Poll ? left : Poll, store.Options.Clock, cancel).GetAwaiter().GetResult();
        }
    }

    /// <summary>Who syncs a connection right now, and since when; null for nobody.</summary>
    public static (string Who, DateTime Since)? Holder(ProgressStore store, string connection) =>
        store.Read(c => LeaseRow.Find(c, connection)) is { } held && held.Holds(store.UtcNow) ? (held.Who, StoredValues.FromMs(held.Since)) : null;

    /// <summary>Keeps the lease; costs next to nothing while much of its term is left.</summary>
    /// <exception cref="ProgressException"><c>SyncBusy</c>: it was lost to another.</exception>
    public void Renew()
    {
        if (until - store.UtcNow > Term / 2) return;
        var next = store.UtcNow + Term;
        var kept = store.Change(change => change.Connection.Execute(
            "UPDATE crm_lease SET until = @until WHERE connection = @connection AND holder = @holder", new { until = next.ToMs(), connection, holder }));
        if (kept == 0) throw Busy(store, connection);
        until = next;
    }

    /// <summary>Gives it back.</summary>
    public void Dispose() => store.Change(change => change.Connection.Execute(
        "DELETE FROM crm_lease WHERE connection = @connection AND holder = @holder", new { connection, holder }));

    private static ProgressException Busy(ProgressStore store, string connection)
    {
        var by = Holder(store, connection) is { } held ? $"{held.Who} since {IsoText.Utc(held.Since)}" : "another";
        return new ProgressException(
            "SyncBusy", ErrorKind.Busy,
            $"{connection} is being synced by {by}. Wait for it, or wait longer with -Wait; Get-CrmSyncStatus shows how it goes.", connection);
    }
}
