using Xunit;

namespace Progress.Tests;

public sealed class ImportCallsTests : IDisposable
{
    private static readonly string[] Counts = ["imported", "updated", "duplicate", "secondary", "notACall", "invalid", "unattributed"];
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_summary_counts_every_row_once_and_a_second_import_changes_nothing()
    {
        var notes = place.Notes(
            "notes.csv",
            $"a0000000-0000-4000-8000-000000000001,Call - CONTACT | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}",
            $"a0000000-0000-4000-8000-000000000001,Call - CONTACT | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}",
            $"a0000000-0000-4000-8000-000000000001,Call - VOICEMAIL | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}",
            $"a0000000-0000-4000-8000-000000000002,Call - contact,2026-09-30T14:00:01Z,{Workplace.Ana}",
            $"a0000000-0000-4000-8000-000000000003,SMS - sent,2026-09-30T14:00:02Z,{Workplace.Ana}",
            $"a0000000-0000-4000-8000-000000000004,Call - BUSY | soon | Uma,2026-09-30T14:00:03Z,{Workplace.Ana}",
            $"a0000000-0000-4000-8000-000000000005,Call - PITCHED | 0:10 | Uma,2026-09-30T14:00:04Z,",
            $"a0000000-0000-4000-8000-000000000006,Call - NA | 0:10,2026-09-30T14:00:05Z,{Workplace.Ana}");

        var first = place.Do("import-calls", notes, "--json").Json;
        var before = StoreRows.All(place);
        var second = place.Do("import-calls", notes, "--json").Json;

        Assert.Equal([2, 1, 1, 1, 1, 1, 1], Counts.Select(name => first[name]!.GetValue<long>()));
        Assert.Equal((8, 1), (first["read"]!.GetValue<long>(), first["unknownDisposition"]!.GetValue<long>()));
        Assert.Equal([0, 0, 5, 1, 1, 1, 0], Counts.Select(name => second[name]!.GetValue<long>()));
        Assert.Equal(before, StoreRows.All(place));
    }

    [Fact]
    public void People_see_the_first_twenty_problem_rows_and_how_many_more_there_are()
    {
        var rows = Enumerable.Range(1, 23).Select(i => $"a0000000-0000-4000-8000-0000000000{i:00},Call - BUSY | {i}:99 | Uma,2026-09-30,{Workplace.Ana}");
        var notes = place.Notes("notes.csv", rows);

        var shown = place.Do("import-calls", notes).Out;
        var json = place.Do("import-calls", notes, "--json").Json;

        Assert.Contains("Call - BUSY | 20:99 | Uma", shown);
        Assert.DoesNotContain("Call - BUSY | 21:99 | Uma", shown);
        Assert.Contains("… and 3 more", shown);
        Assert.Equal(23, json["problems"]!.AsArray().Count);
    }

    [Fact]
    public void Skip_invalid_imports_the_sound_rows_keeps_the_others_and_ends_with_1()
    {
        var notes = place.Notes(
            "notes.csv",
            $"a0000000-0000-4000-8000-000000000001,Call - CONTACT | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}",
            $"not-a-uuid,Call - CONTACT | 3:00 | Uma,2026-09-30T14:00:00Z,{Workplace.Ana}",
            $"a0000000-0000-4000-8000-000000000002,Call - BUSY | soon | Uma,2026-09-30T14:00:03Z,{Workplace.Ana}");

        var run = place.Run("import-calls", notes, "--skip-invalid", "--reject-path", place["rejects.csv"], "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal((1, 2, 1), (run.Json["imported"]!.GetValue<long>(), run.Json["invalid"]!.GetValue<long>(), run.Json["skipped"]!.GetValue<long>()));
        Assert.Equal([3L, 4L], run.Json["problems"]!.AsArray().Select(p => p!["line"]!.GetValue<long>()));
        Assert.Equal(File.ReadLines(notes).Where((_, i) => i is 0 or 2), File.ReadLines(place["rejects.csv"]));
    }

    [Fact]
    public void Odd_data_is_no_failure_even_under_skip_invalid()
    {
        var notes = place.Notes("notes.csv", $"a0000000-0000-4000-8000-000000000001,Call - BUSY | soon | Uma,2026-09-30,{Workplace.Ana}");

        Assert.Equal(0, place.Run("import-calls", notes, "--skip-invalid").ExitCode);
    }

    [Fact]
    public void What_if_counts_everything_and_writes_nothing()
    {
        using var known = Workplace.WithReps();
        var before = StoreRows.All(known);
        var notes = known.Notes("notes.csv", $"a0000000-0000-4000-8000-000000000001,Call - CONTACT | 3:00 | Uma,2026-09-30,{Workplace.Ana}");

        var run = known.Do("import-calls", notes, "--what-if", "--json").Json;

        Assert.Equal((1, true), (run["imported"]!.GetValue<long>(), run["whatIf"]!.GetValue<bool>()));
        Assert.StartsWith("Would import ", known.Do("import-calls", notes, "--what-if").Out);
        Assert.Equal(before, StoreRows.All(known));
    }

    [Fact]
    public void Known_reps_only_makes_the_calls_of_others_invalid()
    {
        using var known = Workplace.WithReps();
        var notes = known.Notes(
            "notes.csv",
            $"a0000000-0000-4000-8000-000000000001,Call - CONTACT | 3:00 | Uma,2026-09-30,{Workplace.Ana}",
            "a0000000-0000-4000-8000-000000000002,Call - CONTACT | 3:00 | Uma,2026-09-30,33333333-3333-4333-8333-333333333333");

        var run = known.Do("import-calls", notes, "--known-reps-only", "--json").Json;

        Assert.Equal((1, 1), (run["imported"]!.GetValue<long>(), run["invalid"]!.GetValue<long>()));
    }

    [Fact]
    public void Excel_files_of_a_culture_are_read_with_what_neutralised_them_taken_off()
    {
        var notes = place.Write(
            "notes.csv",
            $"\uFEFFid;title;createdAt;workspaceMemberId\r\n;'=Call - x;2026-09-30;{Workplace.Ana}\r\n;Call - CONTACT | 3:00 | Uma;2026-09-30;{Workplace.Ana}\r\n");

        var run = place.Do("import-calls", notes, "--dialect", "excel", "--culture", "de-DE", "--json").Json;

        Assert.Equal((1, 1), (run["imported"]!.GetValue<long>(), run["notACall"]!.GetValue<long>()));
    }

    [Fact]
    public void The_audit_names_the_command_the_file_and_the_reason()
    {
        var notes = place.Notes("notes.csv", $"a0000000-0000-4000-8000-000000000001,Call - CONTACT | 3:00 | Uma,2026-09-30,{Workplace.Ana}");

        place.Do("import-calls", notes, "--reason", "first of October");

        using var store = place.Open();
        var entry = Store.AuditLog.Read(store, "call").Single();
        Assert.Equal(("progressctl import-calls", notes, "first of October"), (entry.Command, entry.Key, entry.Reason));
    }
}
