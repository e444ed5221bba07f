using Dapper;
using Microsoft.Data.Sqlite;

namespace Progress.Store;

/// <summary>What a backup or a restore did.</summary>
/// <param name="Path">The file written.</param>
/// <param name="Source">The file read.</param>
/// <param name="Bytes">Size of the file written.</param>
/// <param name="LedgerChecksum">SHA-256 over the ledger, equal in both files.</param>
public sealed record StoreCopy(string Path, string Source, long Bytes, string LedgerChecksum);

/// <summary>Online backup, and its verified way back.</summary>
public static class StoreBackup
{
    /// <summary>Copies the store while others use it, and verifies the copy.</summary>
    /// <exception cref="ProgressException"><c>BackupExists</c>, <c>BackupDamaged</c>, or a store error.</exception>
    public static StoreCopy Backup(ProgressStore store, string path, bool overwrite = false)
    {
        path = System.IO.Path.GetFullPath(path);
        if (!overwrite && File.Exists(path))
            throw new ProgressException("BackupExists", ErrorKind.Conflict, $"{path} exists. Name another file, or overwrite it with -Force.", path);
        return StoreErrors.Guard(new StoreLocation(path), () =>
        {
            var partial = path + ".partial";
            File.Delete(partial);
            Copy(store.Connection, partial);
            var checksum = Verify(partial);
            File.Move(partial, path, overwrite: true);
            return new StoreCopy(path, store.Location.Path, new FileInfo(path).Length, checksum);
        });
    }

    /// <summary>Replaces the contents of a store by a verified backup; the store gets a new device id.</summary>
    /// <exception cref="ProgressException"><c>BackupNotFound</c>, <c>BackupDamaged</c>, or a store error.</exception>
    public static StoreCopy Restore(ProgressStore store, string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (!File.Exists(path))
            throw new ProgressException("BackupNotFound", ErrorKind.NotFound, $"There is no backup at {path}.", path);
        var checksum = StoreErrors.Guard(new StoreLocation(path), () => Verify(path));
        return StoreErrors.Guard(store.Location, () =>
        {
            using (var source = ProgressStore.Connect(path, SqliteOpenMode.ReadOnly))
                source.BackupDatabase(store.Connection);
            // A backup of an older version is as welcome as a store of one.
            Migrations.BringUpToDate(store.Connection, store.Location, store.Options);
            return store.Change(change =>
            {
                StoreIdentity.Renew(change.Connection, store.Options.NewId());
                change.Audit("store", store.Location.Path, null, new { restoredFrom = path, ledger = checksum });
                return new StoreCopy(store.Location.Path, path, new FileInfo(store.Location.Path).Length, checksum);
            });
        });
    }

    internal static void Copy(SqliteConnection source, string path)
    {
        using var target = ProgressStore.Connect(path, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        // One file to carry: no write-ahead log beside it.
        target.ExecuteScalar<string>("PRAGMA journal_mode = DELETE");
    }

    private static string Verify(string path)
    {
        using var connection = ProgressStore.Connect(path, SqliteOpenMode.ReadOnly);
        var ours = connection.Pragma("application_id") == Migrations.ApplicationId;
        var verdict = connection.ExecuteScalar<string>("PRAGMA integrity_check(1)");
        if (!ours || verdict != "ok")
            throw new ProgressException(
                "BackupDamaged", ErrorKind.Store,
                $"{path} cannot be used: {(ours ? verdict : "it is not a Progress store")}. The store was left as it is.", path);
        return LedgerChecksum.Of(connection);
    }
}
