using Microsoft.Data.Sqlite;
using Progress.Files;
using SQLitePCL;

namespace Progress.Store;

/// <summary>Online backup, and its verified way back.</summary>
public static class StoreBackup
{
    /// <summary>Copies the store while others use it, and verifies the copy.</summary>
    /// <exception cref="ProgressException">
    /// <c>BackupExists</c>; <c>BackupOverStore</c>; <c>OutputFailed</c>: no such folder; <c>StoreCorrupt</c>; other store errors.
    /// </exception>
    public static StoreCopy Backup(ProgressStore store, string path, bool overwrite = false)
    {
        path = Path.GetFullPath(path);
        Refuse(store, path, overwrite);
        return StoreErrors.GuardFiles(new StoreLocation(path), () =>
        {
            var partial = path + ".partial";
            try
            {
                Discard(partial);
                Copy(store.Connection, partial);
                if (BackupFile.Fault(partial) is { } fault)
                    throw new ProgressException(
                        "StoreCorrupt", ErrorKind.Store,
                        $"The store {store.Location} is damaged ({fault}); no backup was written. Restore an earlier one with Restore-ProgressStore.",
                        store.Location.Path);
                var checksum = BackupFile.Checksum(partial);
                File.Move(partial, path, overwrite: true);
                return new StoreCopy(path, store.Location.Path, new FileInfo(path).Length, checksum);
            }
            finally
            {
                Discard(partial);
            }
        });
    }

    /// <summary>Replaces the contents of a store by a verified backup, all or nothing; the store gets a new device id.</summary>
    /// <param name="store">The store.</param>
    /// <param name="path">The backup; one of an older version is brought up to date on the way.</param>
    /// <param name="dryRun">Only verifies the backup.</param>
    /// <exception cref="ProgressException"><c>BackupNotFound</c>, <c>BackupDamaged</c>, <c>StoreNewer</c>, or a store error.</exception>
    public static StoreCopy Restore(ProgressStore store, string path, bool dryRun = false)
    {
        path = Path.GetFullPath(path);
        var checksum = BackupFile.Verify(path);
        if (dryRun) return new StoreCopy(store.Location.Path, path, new FileInfo(path).Length, checksum);
        // The copy becomes all that the store is to be before it takes its place in one step.
        var prepared = new StoreLocation($"{store.Location}.restore");
        return StoreErrors.GuardFiles(store.Location, () =>
        {
            try
            {
                Discard(prepared.Path);
                using (var source = ProgressStore.Connect(path, SqliteOpenMode.ReadOnly)) Copy(source, prepared.Path);
                using var copy = ProgressStore.Open(prepared, store.Options, keepOlder: false);
                copy.Change(change =>
                {
                    StoreIdentity.Renew(change.Connection, store.Options.NewId());
                    return change.Audit("store", store.Location.Path, null, new { restoredFrom = path, ledger = checksum });
                });
                Replace(store, copy);
                return new StoreCopy(store.Location.Path, path, new FileInfo(path).Length, checksum);
            }
            finally
            {
                Discard(prepared.Path);
            }
        });
    }

    /// <summary>Keeps a store as it is before it is brought to a newer version; the caller holds the right to write.</summary>
    internal static void KeepOlder(StoreLocation location, int version)
    {
        var (path, partial) = ($"{location}.v{version}.bak", $"{location}.v{version}.partial");
        Discard(partial);
        using (var source = ProgressStore.Connect(location.Path, SqliteOpenMode.ReadWrite)) Copy(source, partial);
        File.Move(partial, path, overwrite: true);
    }

    private static void Refuse(ProgressStore store, string path, bool overwrite)
    {
        if (SamePath.Is(path, store.Location.Path))
            throw new ProgressException("BackupOverStore", ErrorKind.Usage, $"{path} is the store itself. Name another file for its backup.", path);
        if (File.Exists(path + "-wal"))
            throw new ProgressException("BackupOverStore", ErrorKind.Usage, $"{path} is a store that is in use. Name another file for the backup.", path);
        if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
            throw new ProgressException(
                "OutputFailed", ErrorKind.File, $"'{path}' cannot be written: {(Directory.Exists(path) ? "it is a folder" : "there is no such folder")}. Name a file in a folder that exists.", path);
        if (!overwrite && File.Exists(path))
            throw new ProgressException("BackupExists", ErrorKind.Conflict, $"{path} exists. Name another file, or overwrite it with -Force.", path);
    }

    private static void Replace(ProgressStore store, ProgressStore copy)
    {
        var db = store.Connection.Handle;
        raw.sqlite3_busy_timeout(db, (int)Math.Min(store.Options.BusyLimit.TotalMilliseconds, int.MaxValue));
        try
        {
            copy.Connection.BackupDatabase(store.Connection);
        }
        finally
        {
            raw.sqlite3_busy_timeout(db, ProgressStore.BusyTimeoutMs);
        }
    }

    private static void Copy(SqliteConnection source, string path)
    {
        using var target = ProgressStore.Connect(path, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        // One file to carry: no write-ahead log beside it.
        target.Execute("PRAGMA journal_mode = DELETE");
    }

    private static void Discard(string path)
    {
        foreach (var suffix in new[] { "", "-journal", "-wal", "-shm" }) File.Delete(path + suffix);
    }
}
