using Dapper;
using Microsoft.Data.Sqlite;

namespace Progress.Store;

/// <summary>An open store: one SQLite connection of one command.</summary>
/// <remarks>Not safe for use by several threads at once; open one each.</remarks>
public sealed class ProgressStore : IDisposable
{
    static ProgressStore()
    {
        SQLitePCL.Batteries_V2.Init();
        // A connection is used by one thread at a time, so SQLite need not lock it at every call.
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        // All stores are alike: how rows become objects is worked out once, not once a file.
        SqlMapper.ConnectionStringComparer = EqualityComparer<string>.Create((_, _) => true, _ => 0);
    }

    /// <summary>How long a single statement waits where nobody counts the time.</summary>
    internal const int BusyTimeoutMs = 30_000;

    private ProgressStore(StoreLocation location, SqliteConnection connection, StoreOptions options, bool canWrite)
    {
        (Location, Connection, Options, CanWrite) = (location, connection, options, canWrite);
    }

    /// <summary>Where it is.</summary>
    public StoreLocation Location { get; }

    /// <summary>Who is at work, with which clock.</summary>
    public StoreOptions Options { get; }

    /// <summary>Whether the file may be changed.</summary>
    public bool CanWrite { get; }

    /// <summary>Now, in UTC, by the injected clock.</summary>
    public DateTime UtcNow => Options.Clock.GetUtcNow().UtcDateTime;

    internal SqliteConnection Connection { get; }

    /// <summary>Opens a store, makes it where it does not exist, and brings an older one up to date.</summary>
    /// <exception cref="ProgressException">
    /// <c>StoreNotFound</c>, <c>StoreNotAStore</c>, <c>StoreNewer</c>, <c>StoreUnavailable</c> and the other store errors.
    /// </exception>
    public static ProgressStore Open(StoreLocation location, StoreOptions options) => Open(location, options, keepOlder: true);

    internal static ProgressStore Open(StoreLocation location, StoreOptions options, bool keepOlder)
    {
        if (Directory.Exists(location.Path))
            throw new ProgressException(
                "StoreNotAStore", ErrorKind.Store,
                $"{location} is a folder. Name the store's file in it, e.g. {Path.Combine(location.Path, "progress.db")}.", location.Path);
        if (options.MustExist && !File.Exists(location.Path))
            throw new ProgressException(
                "StoreNotFound", ErrorKind.Store, $"There is no store at {location}. Name another with -Store or {StoreLocation.Variable}.", location.Path);
        return StoreErrors.GuardFiles(location, () =>
        {
            Directory.CreateDirectory(location.Folder);
            var connection = Connect(location.Path, SqliteOpenMode.ReadWriteCreate);
            try
            {
                var canWrite = Migrations.BringUpToDate(connection, location, options, keepOlder);
                // While several open a store at once, short waits between tries do better than SQLite's long ones.
                SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, BusyTimeoutMs);
                return new ProgressStore(location, connection, options, canWrite);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <summary>Runs <paramref name="work"/> in one transaction: all of it happens, or nothing.</summary>
    /// <param name="work">The change; what it returns is returned.</param>
    /// <param name="dryRun">Does the work and takes it back, for <c>-WhatIf</c>.</param>
    /// <param name="cancel">Ends waiting for other writers.</param>
    public T Change<T>(Func<StoreChange, T> work, bool dryRun = false, CancellationToken cancel = default) =>
        StoreErrors.Guard(Location, () =>
        {
            StoreTransaction.Begin(this, cancel);
            try
            {
                var change = new StoreChange(this);
                var result = work(change);
                StoreTransaction.End(this, commit: !dryRun && !change.IsTakenBack);
                return result;
            }
            catch
            {
                StoreTransaction.End(this, commit: false);
                throw;
            }
        });

    /// <summary>Runs <paramref name="read"/> on one unchanging view of the store.</summary>
    internal T Read<T>(Func<SqliteConnection, T> read) =>
        StoreErrors.Guard(Location, () =>
        {
            // Inside a change, what it sees is unchanging already.
            if (!StoreTransaction.TryBeginRead(Connection)) return read(Connection);
            try
            {
                return read(Connection);
            }
            finally
            {
                StoreTransaction.End(Connection, commit: false);
            }
        });

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    internal static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
