using Microsoft.Data.Sqlite;
using Xunit;

namespace Progress.Tests;

/// <summary>Stores that cannot be used, and disks that are full.</summary>
public sealed class BadStoreTests : IDisposable
{
    private const string Nobody = "65534";
    private readonly Workplace place = Workplace.WithReps();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_file_that_is_not_SQLite_is_refused_and_left_alone()
    {
        var file = place.Write("other.db", string.Concat(Enumerable.Repeat("no store at all\n", 1000)));
        var before = File.ReadAllBytes(file);

        var error = place.Refused(2, "StoreNotAStore", "reps", "--store", file).ErrorJson;

        Assert.Equal((file, "Store"), (error["target"]!.GetValue<string>(), error["kind"]!.GetValue<string>()));
        Assert.Contains("--store or PROGRESS_STORE", error["message"]!.GetValue<string>());
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public void Another_programs_SQLite_file_is_refused_and_left_alone()
    {
        Sql(place["other.db"], "CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('x')");
        var before = File.ReadAllBytes(place["other.db"]);

        place.Refused(2, "StoreNotAStore", "reps", "--store", "other.db");
        Assert.Equal(before, File.ReadAllBytes(place["other.db"]));
    }

    [Fact]
    public void Without_a_home_no_store_lies_in_the_current_folder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the user's folder is not taken from HOME.");
        // What cannot be made: a folder below a file.
        var home = place.Write("file", "") + "/home";

        var run = Cli.End(Cli.StartAs(place, "/usr/bin/env", "-u", "PROGRESS_STORE", "-u", "XDG_DATA_HOME", $"HOME={home}", "sh", "-c", $"{Cli.Command} reps"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"The store {home}/.local/share/Progress/progress.db cannot be opened", run.Error);
        Assert.False(Directory.Exists(place[".local"]));
    }

    [Fact]
    public void A_folder_is_no_store() => place.Refused(2, "StoreNotAStore", "reps", "--store", place.Folder);

    [Fact]
    public void A_store_of_a_newer_version_is_refused_and_left_alone()
    {
        Sql(place.Store, "PRAGMA user_version = 999; PRAGMA journal_mode = DELETE;");
        var before = File.ReadAllBytes(place.Store);

        var error = place.Refused(2, "StoreNewer", "reps").ErrorJson;

        Assert.Contains("version 999", error["message"]!.GetValue<string>());
        Assert.Equal(before, File.ReadAllBytes(place.Store));
    }

    [Fact]
    public void A_damaged_store_is_an_error_and_no_fault_of_the_program()
    {
        place.Do("import-calls", place.Notes("notes.csv", SeedExample.Rows(Workplace.Ana)));
        Sql(place.Store, "PRAGMA wal_checkpoint(TRUNCATE)");
        using (var file = File.OpenWrite(place.Store))
        {
            // All but the first page, which holds the header.
            file.Seek(4096, SeekOrigin.Begin);
            file.Write(new byte[file.Length - 4096]);
        }

        foreach (var command in new[] { "reps", "metrics", "diagnose", "leaderboard", "store test", "import-calls notes.csv" })
            place.Refused(2, "StoreCorrupt", command.Split(' '));
    }

    [Fact]
    public void A_store_that_may_only_be_read_is_read_and_not_changed()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("read-only files are made by Unix permissions here");
            return;
        }

        place.Do("import-calls", place.Notes("notes.csv", SeedExample.Rows(Workplace.Ana)));
        Sql(place.Store, "PRAGMA journal_mode = DELETE");
        File.SetUnixFileMode(place.Store, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(place.Folder, (UnixFileMode)0b101_101_101);
        var before = File.ReadAllBytes(place.Store);

        var read = AsReader("reps --as-of 2026-09-30 --json");
        var changed = AsReader("import-calls notes.csv --json");
        File.SetUnixFileMode(place.Folder, (UnixFileMode)0b111_101_101);

        Assert.True(read.ExitCode == 0, read.Error);
        Assert.Equal(2, read.Json.AsArray().Count);
        Assert.Equal((2, "StoreReadOnly"), (changed.ExitCode, changed.ErrorJson["id"]!.GetValue<string>()));
        Assert.Equal(before, File.ReadAllBytes(place.Store));
    }

    [Theory]
    [InlineData("report reps --kind html --out /dev/full")]
    [InlineData("import-calls bad.csv --skip-invalid --reject-path /dev/full")]
    public void An_output_on_a_full_disk_is_an_error_and_changes_nothing(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        place.Notes("bad.csv", $",Call - BUSY | 0:10,2026-09-30,{Workplace.Ana}", "x,Call - BUSY | 0:10,2026-09-30,");
        var before = StoreRows.All(place);

        var error = place.Refused(2, "OutputFailed", command.Split(' ')).ErrorJson;

        Assert.Contains("cannot be written: No space left on device", error["message"]!.GetValue<string>());
        Assert.Equal(before, StoreRows.All(place));
    }

    [Fact]
    public void A_store_on_a_full_disk_keeps_what_it_had_and_nothing_of_the_change()
    {
        place.Write("many.csv", $"{GeneratedNotes.Header}\n{string.Join('\n', new GeneratedNotes(1).Rows(20_000))}\n");
        Directory.CreateDirectory(place["disk"]);
        // A mount of the shell's own: gone with it, and nobody else sees it.
        var script = $"mount -t tmpfs -o size=600k tmpfs disk || exit 99; {Cli.Command} import-calls one.csv --store disk/p.db > /dev/null || exit 98; "
            + $"{Cli.Command} import-calls many.csv --store disk/p.db --json; code=$?; {Cli.Command} store test --store disk/p.db >&2 || exit 97; exit $code";
        place.Notes("one.csv", $",Call - BUSY | 0:10,2026-09-30,{Workplace.Ana}");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "file systems are mounted by Linux here");

        var run = Cli.End(Cli.StartAs(place, "unshare", "-m", "sh", "-c", script));

        Assert.SkipWhen(run.ExitCode is 1 or 99, $"no file system can be mounted here: {run.Error}");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("\"id\": \"StoreFull\"", run.Error);
    }

    /// <summary>Root may write whatever its mode says, so it runs the command as somebody who may not.</summary>
    private CliRun AsReader(string command)
    {
        if (Environment.UserName != "root") return place.Run(command.Split(' '));
        var run = Cli.End(Cli.StartAs(
            place, "setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups", "sh", "-c", $"{Cli.Command} --version && exec {Cli.Command} {command}"));
        Assert.SkipWhen(run.Out.Length == 0, $"nobody else can run progressctl here: {run.Error}");
        return run with { Out = run.Out[(run.Out.IndexOf('\n') + 1)..] };
    }

    private static void Sql(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
