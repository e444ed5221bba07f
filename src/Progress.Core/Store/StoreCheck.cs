using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Reps;
using SQLitePCL;

namespace Progress.Store;

/// <summary>Checks a store: the file, its references, and that what is derived equals what it is derived from.</summary>
public static class StoreCheck
{
    private const int Shown = 5;

    /// <summary>Checks everything on one unchanging view of the store; what is damaged is an answer, not an error.</summary>
    public static StoreTest Test(ProgressStore store, CancellationToken cancel = default) =>
        store.Read(connection =>
        {
            using var stop = cancel.Register(() => raw.sqlite3_interrupt(connection.Handle));
            try
            {
                var checks = Run(store, connection, cancel).ToList();
                return new StoreTest(store.Location.Path, (int)connection.Pragma("user_version"), checks.All(c => c.Passed), checks);
            }
            catch (SqliteException) when (cancel.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancel);
            }
        });

    private static IEnumerable<StoreCheckResult> Run(ProgressStore store, SqliteConnection connection, CancellationToken cancel)
    {
        var integrity = Check(
            "integrity", cancel, connection.Query<string>($"PRAGMA integrity_check({Shown})", buffered: false).Where(line => line != "ok"));
        var references = Check(
            "foreign keys", cancel, connection.Query("PRAGMA foreign_key_check", buffered: false).Select(r => $"{r.table} row {r.rowid} names a missing {r.parent}"));
        yield return integrity;
        yield return references;
        // Of rows that cannot be read, or name what is not there, no sum can be made.
        yield return integrity.Passed && references.Passed
            ? Check("ledger", cancel, LedgerCheck.Differences(store))
            : new StoreCheckResult("ledger", false, "not checked: the file or its references are damaged");
    }

    private static StoreCheckResult Check(string name, CancellationToken cancel, IEnumerable<string> findings)
    {
        var (count, first) = (0, new List<string>());
        try
        {
            foreach (var finding in findings)
            {
                cancel.ThrowIfCancellationRequested();
                if (++count <= Shown) first.Add(finding);
            }
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_CORRUPT)
        {
            first.Add("the file is damaged here, and the rest cannot be read");
        }

        catch (ProgressException error)
        {
            first.Add(error.Message);
        }

        cancel.ThrowIfCancellationRequested();
        return new StoreCheckResult(
            name, first.Count == 0, first.Count == 0 ? "in order" : string.Join("; ", first) + (count > Shown ? $"; and {count - Shown} more" : ""));
    }
}
