using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Progress.Store;

/// <summary>Reads a backup, and says whether it can be relied on.</summary>
internal static class BackupFile
{
    /// <summary>Verifies a backup that is to be restored, and gives the checksum of its ledger.</summary>
    /// <exception cref="ProgressException"><c>BackupNotFound</c>, <c>BackupDamaged</c>, <c>StoreNewer</c>.</exception>
    public static string Verify(string path)
    {
        if (!File.Exists(path))
            throw new ProgressException("BackupNotFound", ErrorKind.NotFound, $"There is no backup at {path}. Check the path.", path);
        return StoreErrors.GuardFiles(new StoreLocation(path), () =>
        {
            if (Fault(path) is { } fault)
                throw new ProgressException("BackupDamaged", ErrorKind.Store, $"{path} cannot be used: {fault}. The store was left as it is.", path);
            if (Version(path) is var version && version > Migrations.Current)
                throw new ProgressException(
                    "StoreNewer", ErrorKind.Store,
                    $"The backup {path} has version {version}; this Progress knows versions up to {Migrations.Current}. Update Progress. The store was left as it is.",
                    path);
            return Checksum(path);
        });
    }

    /// <summary>What is wrong with the file, or null.</summary>
    public static string? Fault(string path)
    {
        try
        {
            using var connection = ProgressStore.Connect(path, SqliteOpenMode.ReadOnly);
            if (connection.Pragma("application_id") != Migrations.ApplicationId) return "it is not a Progress store";
            return connection.ExecuteScalar<string>("PRAGMA integrity_check(1)") is var verdict && verdict == "ok" ? null : verdict;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            return error.SqliteErrorCode == raw.SQLITE_NOTADB ? "it is not a Progress store" : "it is damaged";
        }
    }

    public static string Checksum(string path)
    {
        using var connection = ProgressStore.Connect(path, SqliteOpenMode.ReadOnly);
        return LedgerChecksum.Of(connection);
    }

    private static long Version(string path)
    {
        using var connection = ProgressStore.Connect(path, SqliteOpenMode.ReadOnly);
        return connection.Pragma("user_version");
    }
}
