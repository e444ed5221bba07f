using System.Globalization;
using System.Text;
using Progress.Store;

namespace Progress.Tests;

/// <summary>Everything that a store holds, as text to compare.</summary>
internal static class StoreText
{
    public static string Of(ProgressStore store)
    {
        var text = new StringBuilder();
        foreach (var table in Rows(store, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            text.Append("== ").AppendLine(table);
            foreach (var row in Rows(store, $"SELECT * FROM {table}")) text.AppendLine(row);
        }

        return text.ToString();
    }

    private static List<string> Rows(ProgressStore store, string sql)
    {
        using var command = store.Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    private static string? Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
