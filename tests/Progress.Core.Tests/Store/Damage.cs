using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Store;

namespace Progress.Tests.Store;

/// <summary>Ways to hurt a store that nobody has open.</summary>
internal static class Damage
{
    /// <summary>Overwrites the pages of a table, but not the first ones of the file.</summary>
    public static void Table(string path, string table)
    {
        var pages = Pages(path, table, out var size);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        foreach (var page in pages)
        {
            file.Position = (page - 1) * size;
            file.Write(Enumerable.Repeat((byte)0xA5, (int)size).ToArray());
        }
    }

    /// <summary>Makes an index forget a row, unnoticed by ordinary reading.</summary>
    public static void Index(string path) =>
        Hidden(path, """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(sql, '(rep, day)', '(day, rep)') WHERE name = 'call_rep_day';
            """);

    /// <summary>Changes rows as no command of Progress does, without its checks.</summary>
    public static void Hidden(string path, string sql)
    {
        using var connection = ProgressStore.Connect(path, SqliteOpenMode.ReadWrite);
        SqlMapper.Execute(connection, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
        SqlMapper.Execute(connection, sql);
    }

    private static List<long> Pages(string path, string table, out long size)
    {
        using var connection = ProgressStore.Connect(path, SqliteOpenMode.ReadWrite);
        SqlMapper.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        size = connection.ExecuteScalar<long>("PRAGMA page_size");
        var root = connection.ExecuteScalar<long>("SELECT rootpage FROM sqlite_master WHERE name = @table", new { table });
        return [root];
    }
}
