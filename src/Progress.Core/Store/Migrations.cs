using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Reps;

namespace Progress.Store;

/// <summary>Brings a store to this version: embedded scripts in name order, one transaction each, counted in <c>user_version</c>.</summary>
internal static class Migrations
{
    /// <summary>"PROG": how a store is told from another program's SQLite file.</summary>
    public const int ApplicationId = 0x50524F47;

    private const string Prefix = "migrations/";

    private static readonly string[] Scripts =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The version that this program writes.</summary>
    public static int Current => Scripts.Length;

    /// <returns>Whether the store can be written.</returns>
    public static bool BringUpToDate(SqliteConnection connection, StoreLocation location, StoreOptions options)
    {
        var version = Check(connection, location);
        var readOnly = SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1;
        if (version == Current) return !readOnly;
        if (readOnly)
            throw new ProgressException(
                "StoreReadOnly", ErrorKind.Store,
                $"The store {location} has version {version} and cannot be brought to version {Current}: it is read-only.", location.Path);
        if (version > 0) StoreBackup.Copy(connection, $"{location.Path}.v{version}.bak");
        UseWriteAheadLog(connection, location, options);
        for (; version < Current; version = Math.Max(version + 1, Check(connection, location)))
            Apply(connection, location, options, version);
        return true;
    }

    private static int Check(SqliteConnection connection, StoreLocation location)
    {
        var version = (int)connection.Pragma("user_version");
        var ours = connection.Pragma("application_id") == ApplicationId;
        if (!ours && (version != 0 || connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master") > 0))
            throw new ProgressException(
                "StoreNotAStore", ErrorKind.Store,
                $"{location} is a SQLite file of another program. Name another file with -Store or PROGRESS_STORE.", location.Path);
        if (version > Current)
            throw new ProgressException(
                "StoreNewer", ErrorKind.Store,
                $"The store {location} has version {version}; this Progress knows versions up to {Current}. Update Progress, or name another store.",
                location.Path);
        return version;
    }

    private static void UseWriteAheadLog(SqliteConnection connection, StoreLocation location, StoreOptions options)
    {
        // Changing the mode needs the file alone and does not wait by itself; the transaction before it does.
        StoreTransaction.Begin(connection, location, options.BusyLimit, CancellationToken.None);
        StoreTransaction.End(connection, commit: true);
        connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
    }

    private static void Apply(SqliteConnection connection, StoreLocation location, StoreOptions options, int version)
    {
        StoreTransaction.Begin(connection, location, options.BusyLimit, CancellationToken.None);
        var done = false;
        try
        {
            // Another process may have done this step while we waited.
            if ((int)connection.Pragma("user_version") == version)
            {
                connection.Execute(Script(version));
                if (version == 0)
                {
                    StoreIdentity.Create(connection, options);
                    RuleSetFile.Install(connection, options.Clock.GetUtcNow().UtcDateTime);
                }

                connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version + 1};");
            }

            done = true;
        }
        finally
        {
            StoreTransaction.End(connection, commit: done);
        }
    }

    private static string Script(int index)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Scripts[index])!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
