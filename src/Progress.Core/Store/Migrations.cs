using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Reps;

namespace Progress.Store;

/// <summary>Brings a store to this version: embedded scripts in name order, counted in <c>user_version</c>.</summary>
internal static class Migrations
{
    /// <summary>"PROG": how a store is told from another program's SQLite file.</summary>
    public const int ApplicationId = 0x50524F47;

    private const string Prefix = "migrations/";

    private static readonly string[] Scripts =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The version that this program writes.</summary>
    public static int Current => Scripts.Length;

    /// <param name="connection">The store.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="options">Who is at work.</param>
    /// <param name="keepOlder">Copies an older store aside before its first step.</param>
    /// <returns>Whether the store can be written.</returns>
    public static bool BringUpToDate(SqliteConnection connection, StoreLocation location, StoreOptions options, bool keepOlder)
    {
        var version = Check(connection, location);
        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
            return version == Current
                ? false
                : throw new ProgressException(
                    "StoreReadOnly", ErrorKind.Store,
                    $"The store {location} has version {version} and cannot be brought to version {Current}: it is read-only.", location.Path);
        WriteAheadLog.Use(connection, location, options);
        while (version < Current)
        {
            version = Step(connection, location, options, keepOlder);
            keepOlder = false;
        }

        return true;
    }

    private static int Check(SqliteConnection connection, StoreLocation location)
    {
        var (version, application, tables) = Read(connection);
        if (application != ApplicationId && (version != 0 || tables > 0))
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

    /// <summary>Reads on one view: another process may be making the store right now.</summary>
    private static (int Version, long Application, long Tables) Read(SqliteConnection connection)
    {
        var began = StoreTransaction.TryBeginRead(connection);
        try
        {
            return ((int)connection.Pragma("user_version"), connection.Pragma("application_id"), connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master"));
        }
        finally
        {
            if (began) StoreTransaction.End(connection, commit: false);
        }
    }

    /// <summary>One transaction: of an older store one step, of a new one all, so that nobody sees a store half made.</summary>
    /// <returns>The version reached.</returns>
    private static int Step(SqliteConnection connection, StoreLocation location, StoreOptions options, bool keepOlder)
    {
        StoreTransaction.Begin(connection, location, options.BusyLimit, CancellationToken.None);
        var done = false;
        try
        {
            // Another process may have done this step while we waited.
            var version = Check(connection, location);
            if (version < Current)
            {
                if (version > 0 && keepOlder) StoreBackup.KeepOlder(location, version);
                version = version == 0 ? Create(connection, options) : Advance(connection, version);
                connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version};");
            }

            done = true;
            return version;
        }
        finally
        {
            StoreTransaction.End(connection, commit: done);
        }
    }

    private static int Create(SqliteConnection connection, StoreOptions options)
    {
        for (var step = 0; step < Current; step++) connection.Execute(Script(step));
        StoreIdentity.Create(connection, options);
        RuleSetFile.Install(connection, options.Clock.GetUtcNow().UtcDateTime);
        return Current;
    }

    private static int Advance(SqliteConnection connection, int version)
    {
        connection.Execute(Script(version));
        return version + 1;
    }

    private static string Script(int index)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Scripts[index])!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
