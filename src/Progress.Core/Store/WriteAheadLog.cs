using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Progress.Store;

/// <summary>Puts a store into WAL mode, in which nobody who reads waits for the one who writes.</summary>
internal static class WriteAheadLog
{
    private const int PauseMs = 10;

    public static void Use(SqliteConnection connection, StoreLocation location, StoreOptions options)
    {
        var since = Stopwatch.GetTimestamp();
        while (connection.ExecuteScalar<string>("PRAGMA journal_mode") != "wal")
        {
            // Changing the mode needs the file alone and does not wait for it by itself; beginning to write does.
            StoreTransaction.Begin(connection, location, options.BusyLimit, CancellationToken.None);
            StoreTransaction.End(connection, commit: true);
            raw.sqlite3_busy_timeout(connection.Handle, 0);
            var result = raw.sqlite3_exec(connection.Handle, "PRAGMA journal_mode = WAL");
            if (result == raw.SQLITE_BUSY && Stopwatch.GetElapsedTime(since) <= options.BusyLimit)
            {
                // Somebody reads in the old mode; nothing tells when they are done.
                Thread.Sleep(PauseMs);
                continue;
            }

            SqliteException.ThrowExceptionForRC(result, connection.Handle);
            // A file system without shared memory keeps the old mode, which works, too.
            return;
        }
    }
}
