using System.Globalization;

namespace Progress.Bench;

/// <summary>Rep progression beside what users would otherwise reach for, in one run.</summary>
internal static class ProgressionBench
{
    private const int ExportNotes = 100_000;

    public static void Run(int notes, int reps)
    {
        var folder = Directory.CreateTempSubdirectory("progress-bench-").FullName;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Console.WriteLine($"{notes:N0} notes, {reps:N0} reps, 90 days; seconds, and peak memory in MB\n");
            Console.WriteLine("| work | ours | peak | comparator | its time | peak | ratio | bar |\n|---|--:|--:|---|--:|--:|--:|---|");
            Imports(folder, notes, reps);
            Reads(folder);
            Exports(folder, reps);
            ModuleBench.Run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Imports(string folder, int notes, int reps)
    {
        var (csv, db, plain) = (Path.Combine(folder, "notes.csv"), Path.Combine(folder, "progress.db"), Path.Combine(folder, "plain.db"));
        NoteFile.Write(csv, notes, reps, 90);
        var theirs = SqliteImport(plain, csv);
        var first = Ours("import", db, csv);
        Row("import", first, "sqlite3 .import, same unique index", theirs, "≤ 2 ×, ≤ 256 MB");
        Row("import again", Ours("import", db, csv), "our first import", first, "≤ 1 ×");
    }

    private static void Reads(string folder)
    {
        var db = Path.Combine(folder, "progress.db");
        const string totals = """
            SELECT rep, count(*), sum(seconds < 30), sum(seconds > 120), sum(outcome & 1), sum(outcome & 2 > 0), count(DISTINCT day) FROM call GROUP BY rep
            """;
        const string week = """
            SELECT rep, avg(seconds < 30), avg(seconds > 120), avg(outcome & 1), avg(outcome & 2 > 0) FROM call
            WHERE day > (SELECT max(day) - 7 FROM call) GROUP BY rep
            """;
        Row("progression of all reps", Ours("progression", db, "-"), "sqlite3: seven counts over the calls", Sqlite(db, totals), "≤ 0.3 s");
        Row("metrics of all reps", Ours("metrics", db, "-"), "sqlite3: four rates over the calls", Sqlite(db, week), "");
    }

    private static void Exports(string folder, int reps)
    {
        var (csv, db) = (Path.Combine(folder, "some.csv"), Path.Combine(folder, "some.db"));
        NoteFile.Write(csv, ExportNotes, reps, 90, seed: 8);
        Ours("import", db, csv);
        var ours = Ours("export", db, Path.Combine(folder, "ours.csv"));
        var sqlite = Measured.Run("sqlite3", db, "-csv", "-header", $".output {Path.Combine(folder, "theirs.csv")}", "SELECT hex(note), title, at, updated, rep, day, disposition, seconds, outcome, sources FROM call ORDER BY at");
        Row($"export of {ExportNotes:N0} calls", ours, "sqlite3 -csv", sqlite, "");
    }

    private static Measured SqliteImport(string db, string csv) =>
        Measured.Run(
            "sqlite3", db, "CREATE TABLE note (id TEXT, title TEXT, createdAt TEXT, workspaceMemberId TEXT); CREATE UNIQUE INDEX note_id ON note (id)",
            ".mode csv", $".import --skip 1 {csv} note");

    internal static Measured Sqlite(string db, string sql) => Measured.Run("sqlite3", db, sql);

    /// <summary>Our work in a process of its own; its time is what it measured itself, start-up of .NET left out of the shorter ones.</summary>
    internal static Measured Ours(string what, string db, string argument)
    {
        var run = Measured.Run(Environment.ProcessPath!, "work", what, db, argument);
        return what.StartsWith("import", StringComparison.Ordinal) ? run : run with { Seconds = double.Parse(run.Output.Split(' ')[^1]) };
    }

    internal static void Row(string work, Measured ours, string comparator, Measured theirs, string bar) =>
        Console.WriteLine(
            $"| {work} | {ours.Seconds:0.00} | {ours.PeakMegabytes} | {comparator} | {theirs.Seconds:0.00} | {theirs.PeakMegabytes} | {ours.Seconds / theirs.Seconds:0.00} | {bar} |");
}
