using System.Text;
using Progress.Csv;

namespace Progress.Tests.Csv;

/// <summary>CSV files in memory.</summary>
internal static class CsvSamples
{
    public static CsvRows Rows(string text, CsvFormat? format = null) => Rows(Encoding.UTF8.GetBytes(text), format);

    public static CsvRows Rows(byte[] bytes, CsvFormat? format = null) =>
        CsvRows.Open(new MemoryStream(bytes), "calls.csv", format ?? CsvFormat.Machine);

    /// <summary>All rows as fields joined by <c>|</c>, faults as <c>!id</c>.</summary>
    public static List<string> Drain(CsvRows rows)
    {
        var lines = new List<string>();
        while (rows.Read(out var fault))
            lines.Add(fault is null ? string.Join('|', Enumerable.Range(0, rows.Headers.Count).Select(i => rows[i])) : "!" + fault.Id);
        return lines;
    }

    public static List<CsvFault> Faults(CsvRows rows)
    {
        var faults = new List<CsvFault>();
        while (rows.Read(out var fault))
        {
            if (fault is not null) faults.Add(fault);
        }

        return faults;
    }
}
