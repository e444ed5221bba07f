using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Progress.Store;

/// <summary>One writer at a time across processes: a lost race waits, and can be cancelled while it waits.</summary>
internal static class StoreTransaction
{
    private const int LongestPauseMs = 50;

    public static void Begin(ProgressStore store, CancellationToken cancel)
    {
        if (!store.CanWrite) throw StoreErrors.ReadOnly(store.Location);
        Begin(store.Connection, store.Location, store.Options.BusyLimit, cancel);
    }

    public static void Begin(SqliteConnection connection, StoreLocation location, TimeSpan limit, CancellationToken cancel)
    {
        var db = connection.Handle!;
        // SQLite's own waiting cannot be cancelled, and built without usleep it waits whole seconds or not at all.
        raw.sqlite3_busy_timeout(db, 0);
        try
        {
            var since = Stopwatch.GetTimestamp();
            int result;
            for (var pause = 1; (result = raw.sqlite3_exec(db, "BEGIN IMMEDIATE")) == raw.SQLITE_BUSY; pause = Math.Min(pause * 2, LongestPauseMs))
            {
                cancel.WaitHandle.WaitOne(pause);
                cancel.ThrowIfCancellationRequested();
                if (Stopwatch.GetElapsedTime(since) > limit)
                    throw new ProgressException(
                        "StoreBusy", ErrorKind.Busy,
                        $"Another process has been writing to {location} for {limit.TotalSeconds:0} seconds. Try again when it is done.",
                        location.Path);
            }

            SqliteException.ThrowExceptionForRC(result, db);
        }
        finally
        {
            raw.sqlite3_busy_timeout(db, ProgressStore.BusyTimeoutMs);
        }
    }

    /// <summary>Begins a view of the store, unless a transaction is under way.</summary>
    public static bool TryBeginRead(SqliteConnection connection)
    {
        var db = connection.Handle!;
        if (raw.sqlite3_get_autocommit(db) == 0) return false;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(db, "BEGIN"), db);
        return true;
    }

    public static void End(ProgressStore store, bool commit) => End(store.Connection, commit);

    public static void End(SqliteConnection connection, bool commit)
    {
        var db = connection.Handle!;
        // A full disk rolls back by itself; then there is nothing left to end.
        if (raw.sqlite3_get_autocommit(db) != 0) return;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(db, commit ? "COMMIT" : "ROLLBACK"), db);
    }
}
