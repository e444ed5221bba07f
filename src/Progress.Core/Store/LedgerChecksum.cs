using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Progress.Store;

/// <summary>One figure over everything that earned XP, to tell whether two stores hold the same ledger.</summary>
internal static class LedgerChecksum
{
    private static readonly (string Table, string Sql)[] Ledger =
    [
        ("call", "SELECT note, rep, day, sources, rules FROM call ORDER BY note"),
        ("xp_fact", "SELECT rep, key, xp, day, rules FROM xp_fact ORDER BY rep, key"),
        ("day_award", "SELECT rep, day, first_dial, streak, rules FROM day_award ORDER BY rep, day"),
        ("promotion", "SELECT rep, grade, day FROM promotion ORDER BY rep, grade"),
    ];

    public static string Of(SqliteConnection connection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (table, sql) in Ledger)
        {
            // A store of an older version may not have all tables yet.
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE name = @table", new { table }) == 0) continue;
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read()) Append(hash, reader);
        }

        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }

    private static void Append(IncrementalHash hash, SqliteDataReader row)
    {
        for (var i = 0; i < row.FieldCount; i++)
        {
            var value = row.GetValue(i);
            hash.AppendData(value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!));
            hash.AppendData("|"u8);
        }
    }
}
