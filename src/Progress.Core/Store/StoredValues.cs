using Dapper;
using Microsoft.Data.Sqlite;

namespace Progress.Store;

/// <summary>How values stand in the store: UUIDs as 16 bytes in their text's order, times as ms since 1970, days as day numbers.</summary>
internal static class StoredValues
{
    public static int Execute(this SqliteConnection connection, string sql) => SqlMapper.Execute(connection, sql);

    public static long Pragma(this SqliteConnection connection, string name) =>
        connection.ExecuteScalar<long>($"PRAGMA {name}");

    public static byte[] ToBlob(this Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid ToGuid(byte[] blob) => new(blob, bigEndian: true);

    public static long ToMs(this DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    public static DateTime FromMs(long ms) => DateTime.UnixEpoch.AddTicks(ms * TimeSpan.TicksPerMillisecond);
}
