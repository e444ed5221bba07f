using System.Globalization;

namespace Progress.Bench;

/// <summary>Progress of customers beside the same in SQL by the sqlite3 command line tool, in one run.</summary>
internal static class CustomerBench
{
    private const int Tasks = 100;

    // The same figures, but recommendations, in SQL: counts, rate, gains, last completion, the eight full weeks up to 2026-09-27, tools.
    private const string Rollups = """
        SELECT customer, sum(status = 'in_progress') AS active, sum(status = 'completed') AS completed,
            sum(status = 'completed') * 1.0 / nullif(sum(status IN ('completed', 'in_progress')), 0) AS rate,
            date(max(completed_day) * 86400 - 62135596800, 'unixepoch') AS last,
            sum(CASE WHEN status = 'completed' AND competency = 'customerAnalysis' THEN impact END) AS analysis,
            sum(CASE WHEN status = 'completed' AND competency = 'valueCommunication' THEN impact END) AS communication,
            sum(CASE WHEN status = 'completed' AND competency = 'executiveReadiness' THEN impact END) AS readiness,
            sum(CASE WHEN status = 'completed' AND competency = 'general' THEN impact END) AS general,
            sum(status = 'completed' AND completed_day BETWEEN @to - 55 AND @to) / 8.0 AS velocity,
            count(DISTINCT CASE WHEN status = 'completed' AND completed_day BETWEEN @to - 55 AND @to THEN (@to - completed_day) / 7 END) / 8.0 AS weeks,
            sum(status = 'completed' AND tool <> 'none') * 1.0 / nullif(sum(status = 'completed'), 0) AS tools
        FROM task_progress WHERE gone IS NULL GROUP BY customer
        """;

    public static void Run(int customers)
    {
        var folder = Directory.CreateTempSubdirectory("progress-bench-").FullName;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var (csv, catalog, db) = (Path.Combine(folder, "progress.csv"), Path.Combine(folder, "catalog.csv"), Path.Combine(folder, "progress.db"));
            ProgressRows.WriteCatalog(catalog, Tasks);
            ProgressRows.Write(csv, customers, Tasks);
            ProgressionBench.Ours("import-catalog", db, catalog);
            Console.WriteLine($"{customers:N0} customers, {customers * Tasks:N0} progress records; seconds, and peak memory in MB\n");
            Console.WriteLine("| work | ours | peak | comparator | its time | peak | ratio | bar |\n|---|--:|--:|---|--:|--:|--:|---|");
            var first = ProgressionBench.Ours("import-progress", db, csv);
            ProgressionBench.Row("import", first, "sqlite3 .import, same unique index", SqliteImport(Path.Combine(folder, "plain.db"), csv), "");
            ProgressionBench.Row("import again", ProgressionBench.Ours("import-progress", db, csv), "our first import", first, "");
            var sql = Rollups.Replace("@to", $"{new DateOnly(2026, 9, 27).DayNumber}", StringComparison.Ordinal);
            ProgressionBench.Row("roll-ups of all, with recommendations", ProgressionBench.Ours("rollups", db, "-"), "sqlite3: the roll-ups alone", ProgressionBench.Sqlite(db, sql), "");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Measured SqliteImport(string db, string csv) => Measured.Run(
        "sqlite3", db,
        """
        CREATE TABLE progress (customer TEXT, task TEXT, name TEXT, source TEXT, stage TEXT, competency TEXT, priority TEXT, status TEXT, completed TEXT, tool TEXT, notes TEXT, impact INTEGER);
        CREATE UNIQUE INDEX progress_task ON progress (customer, task)
        """,
        ".mode csv", $".import --skip 1 {csv} progress");
}
