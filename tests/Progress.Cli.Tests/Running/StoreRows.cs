using System.Globalization;
using System.Text;
using Progress.Csv;
using Progress.Reps;

namespace Progress.Tests;

/// <summary>What a store holds, to compare before and after.</summary>
internal static class StoreRows
{
    /// <summary>Every row of every table, as text.</summary>
    public static string All(Workplace place)
    {
        using var store = place.Open();
        var text = new StringBuilder();
        foreach (var table in Rows(store, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
            text.Append(table).Append('\n').AppendJoin('\n', Rows(store, $"SELECT * FROM {table}").Order(StringComparer.Ordinal)).Append('\n');
        return text.ToString();
    }

    /// <summary>The ledger of all reps as CSV, as of a day after all that tests enter.</summary>
    public static string Ledger(Workplace place)
    {
        using var store = place.Open();
        using var csv = new StringWriter();
        CsvExport.Write(csv, RepLedger.Read(store, asOf: new IsoTime(new DateOnly(2026, 12, 31))), CsvFormat.Machine);
        return csv.ToString();
    }

    private static List<string> Rows(Store.ProgressStore store, string sql)
    {
        using var command = store.Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
