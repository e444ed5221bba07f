using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Progress.Store;

/// <summary>Turns what SQLite and the file system say into errors that a person can act on.</summary>
internal static class StoreErrors
{
    public static T Guard<T>(StoreLocation location, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw From(error, location);
        }
    }

    /// <summary>The same for work that also opens, moves or removes files of stores.</summary>
    public static T GuardFiles<T>(StoreLocation location, Func<T> work)
    {
        try
        {
            return Guard(location, work);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ProgressException(
                "StoreUnavailable", ErrorKind.Store, $"The store {location} cannot be opened: {error.Message.TrimEnd('.')}. Check its folder, your rights there and the room on the disk.", location.Path, error);
        }
    }

    /// <summary>The same for rows that are read one by one.</summary>
    public static IEnumerable<T> Guard<T>(StoreLocation location, IEnumerable<T> rows)
    {
        using var row = Guard(location, rows.GetEnumerator);
        while (Guard(location, row.MoveNext)) yield return row.Current;
    }

    /// <summary>The store can be read, and not be written.</summary>
    public static ProgressException ReadOnly(StoreLocation location, Exception? cause = null) => new(
        "StoreReadOnly", ErrorKind.Store,
        $"The store {location} cannot be written: the file or its folder is read-only. Give yourself write access, or name another store with -Store.",
        location.Path, cause);

    private static ProgressException From(SqliteException error, StoreLocation location)
    {
        if (error.SqliteErrorCode == raw.SQLITE_READONLY) return ReadOnly(location, error);
        var (id, kind, text) = error.SqliteErrorCode switch
        {
            raw.SQLITE_NOTADB => ("StoreNotAStore", ErrorKind.Store, "is not a Progress store (not a SQLite file). Name another file with -Store or PROGRESS_STORE."),
            raw.SQLITE_CORRUPT => ("StoreCorrupt", ErrorKind.Store, "is damaged. Restore a backup with Restore-ProgressStore; Test-ProgressStore says what is wrong."),
            raw.SQLITE_FULL => ("StoreFull", ErrorKind.Store, "cannot grow: the disk is full or its size limit is reached. Nothing of this change was kept; make room and repeat it."),
            raw.SQLITE_CANTOPEN => ("StoreUnavailable", ErrorKind.Store, "cannot be opened. Check that the folder exists and that you may write there."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => ("StoreBusy", ErrorKind.Busy, "is being written by another process. Try again when it is done."),
            raw.SQLITE_IOERR => ("StoreUnavailable", ErrorKind.Store, "cannot be read or written: the disk answered with an error. Nothing of this change was kept."),
            _ => ("StoreFailed", ErrorKind.Store, $"answered: {error.Message}"),
        };
        return new ProgressException(id, kind, $"The store {location} {text}", location.Path, error);
    }
}
