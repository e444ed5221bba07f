using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Progress.Store;

/// <summary>One figure over everything that earned XP, to tell whether two stores hold the same ledger.</summary>
internal static class LedgerChecksum
{
    private static readonly string[] Ledger =
    [
        "SELECT note, rep, day, sources, rules FROM call ORDER BY note",
        "SELECT rep, key, xp, day, rules FROM xp_fact ORDER BY rep, key",
        "SELECT rep, day, first_dial, streak, rules FROM day_award ORDER BY rep, day",
        "SELECT rep, grade, day FROM promotion ORDER BY rep, grade",
    ];

    public static string Of(SqliteConnection connection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sql in Ledger)
        {
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
