using System.Security.Cryptography;
using System.Text;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Import;

public sealed class SkipInvalidTests : IDisposable
{
    private const string Header = "id,title,createdAt,workspaceMemberId";

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    private string Rejects => test.Path("rejects");

    private static string[] BadRows =>
    [
        "no-uuid,Call - NA | 0:31,2026-09-01,",
        ",Call - NA | 0:32,03/04/2026,",
        ",Call - NA | 0:33 | Smith, John,2026-09-01,",
        ",Call - \"NA\" | 0:34,2026-09-01,",
        ",\"Call - NA | 0:35 | A\nLead\",,",
    ];

    [Fact]
    public void Good_rows_are_imported_and_each_bad_one_is_listed()
    {
        var summary = Skip(Encoding.UTF8.GetBytes(Mixed()));
        Assert.Equal((11, 6, 5), (summary.Read, summary.Unattributed, summary.Invalid));
        Assert.Equal(
            [(3, "id"), (5, "createdAt"), (7, "row"), (9, "title"), (11, "createdAt")], summary.Problems.Select(p => (p.Line, p.Field)));
        Assert.All(["not a UUID", "ISO 8601", "5 fields", "quote", "ISO 8601"], (reason, i) => Assert.Contains(reason, summary.Problems[i].Reason));
        Assert.Equal(["no-uuid", "03/04/2026", "", "", ""], summary.Problems.Select(p => p.Value));
    }

    [Fact]
    public void Rejects_are_the_header_and_the_bad_rows_as_they_stood()
    {
        Skip(Encoding.UTF8.GetBytes(Mixed()));
        Assert.Equal(Header + "\n" + string.Concat(BadRows.Select(r => r + "\n")), File.ReadAllText(Rejects));
    }

    [Fact]
    public void Rejects_import_once_they_are_corrected()
    {
        Skip(Encoding.UTF8.GetBytes(Mixed()));
        var corrected = File.ReadAllText(Rejects).Replace("no-uuid", "").Replace("03/04/2026", "2026-04-03").Replace("Smith, John", "Smith John")
            .Replace("\"NA\"", "NA").Replace("Lead\",,", "Lead\",2026-09-01,");
        var summary = CallImport.FromFile(test.Store, test.Write("corrected.csv", corrected), new ImportOptions());
        Assert.Equal((5, 5), (summary.Read, summary.Unattributed));
    }

    [Fact]
    public void Rejects_of_a_sound_file_are_empty_but_for_the_header()
    {
        Assert.Equal(0, Skip(Encoding.UTF8.GetBytes(Header + "\n" + Good(1))).Invalid);
        Assert.Equal(Header + "\n", File.ReadAllText(Rejects));
    }

    [Fact]
    public void Rejects_of_JSON_are_a_note_a_line_and_import_once_corrected()
    {
        var bad = """{"id":"no-uuid","title":"Call - NA | 0:31","createdAt":"2026-09-01"}""";
        var laidOut = "{\n  \"title\": \"Call - NA | 0:32\",\n  \"createdAt\": \"03/04/2026\"\n}";
        var summary = Skip(Encoding.UTF8.GetBytes($"[{bad},\n{laidOut},\n5,\n{Notes.Json(Notes.Many(2).Last())}]"));
        Assert.Equal((4, 3, 1), (summary.Read, summary.Invalid, summary.Imported));
        Assert.Equal([(1, "id"), (2, "createdAt"), (6, "note")], summary.Problems.Select(p => (p.Line, p.Field)));
        Assert.Equal([bad, laidOut.Replace('\n', ' '), "5"], File.ReadAllLines(Rejects));
        var corrected = File.ReadAllText(Rejects).Replace("no-uuid", "").Replace("03/04/2026", "2026-04-03").Replace("\n5\n", "\n");
        Assert.Equal(2, CallImport.FromFile(test.Store, test.Write("corrected", corrected), new ImportOptions()).Unattributed);
    }

    [Fact]
    public void A_broken_line_of_JSON_costs_only_itself()
    {
        var lines = Notes.Lines(Notes.Many(100)).Split('\n');
        lines[10] = lines[10][..^5];
        lines[20] += " and more";
        lines[30] = "garbage";
        var summary = Skip(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.Equal((100, 3), (summary.Read, summary.Problems.Count(p => p.Field == "note")));
        Assert.Equal([11, 21, 31], summary.Problems.Where(p => p.Field == "note").Select(p => p.Line));
        Assert.Equal([lines[10], lines[20], lines[30]], File.ReadAllLines(Rejects));
    }

    [Fact]
    public void Of_an_array_that_is_cut_off_the_notes_before_are_imported_and_the_loss_is_listed()
    {
        var whole = Notes.Array(Notes.Many(100).Where(n => n.Title!.StartsWith("Call - NO", StringComparison.Ordinal)));
        var summary = Skip(Encoding.UTF8.GetBytes(whole[..(whole.Length / 2)]));
        Assert.InRange(summary.Imported + summary.Unattributed, 4, 7);
        Assert.Equal(1, summary.Invalid);
        Assert.Contains("cut off", summary.Problems.Single().Reason);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_cost_only_their_row()
    {
        byte[] csv = [.. Encoding.UTF8.GetBytes(Header + "\n" + Good(1) + ",Call - NA | 0:30 | J"), 0xE9, .. ",2026-09-01,\n"u8, .. Encoding.UTF8.GetBytes(Good(2))];
        var summary = Skip(csv);
        Assert.Equal((3, 2, 1), (summary.Read, summary.Unattributed, summary.Invalid));
        Assert.Contains("UTF-8", summary.Problems.Single().Reason);
        byte[] json = [.. "[{\"title\":\"Call - NA | 0:30 | J"u8, 0xE9, .. "\",\"createdAt\":\"2026-09-01\"},\n{\"title\":\"Call - NA | 0:30\",\"createdAt\":\"2026-09-01\"}]"u8];
        summary = Skip(json);
        Assert.Equal((2, 1, 1), (summary.Read, summary.Unattributed, summary.Invalid));
        Assert.Contains("UTF-8", summary.Problems.Single().Reason);
    }

    [Fact]
    public void Odd_calls_are_counted_and_listed_and_are_no_rejects()
    {
        var summary = Skip(Encoding.UTF8.GetBytes($"{Header}\n,Call - NA | 0:75,2026-09-01,\n,Call - LUNCH | 0:30,2026-09-01,\n"), skip: false);
        Assert.Equal((2, 1, 1, 1), (summary.Read, summary.Invalid, summary.Unattributed, summary.UnknownDisposition));
        Assert.Equal([(2, "title"), (3, "title")], summary.Problems.Select(p => (p.Line, p.Field)));
        Assert.Equal(Header + "\n", File.ReadAllText(Rejects));
    }

    [Fact]
    public void Calls_of_unknown_reps_can_be_left_out()
    {
        test.Rep("Ana");
        var path = test.Write("calls.csv", $"{Header}\n,Call - NA | 0:30,2026-09-01,{TestStore.Id("Ana")}\n,Call - NA | 0:30,2026-09-01,{TestStore.Id("Ben")}\n");
        var summary = CallImport.FromFile(test.Store, path, new ImportOptions { KnownRepsOnly = true });
        Assert.Equal((2, 1, 1), (summary.Read, summary.Imported, summary.Invalid));
        Assert.Equal((3, "workspaceMemberId", TestStore.Id("Ben").ToString()), summary.Problems.Select(p => (p.Line, p.Field, p.Value)).Single());
        Assert.Equal(["Ana"], RepDirectory.List(test.Store).Select(r => r.Name));
    }

    [Fact]
    public void A_trial_gives_the_same_summary_and_writes_nothing()
    {
        test.Store.Connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var (text, hash) = (StoreText.Of(test.Store), Hash());
        var trial = Skip(Encoding.UTF8.GetBytes(Mixed()), whatIf: true);
        Assert.Equal((text, hash), (StoreText.Of(test.Store), Hash()));
        Assert.False(File.Exists(Rejects));
        var real = Skip(Encoding.UTF8.GetBytes(Mixed()));
        Assert.Equal(real with { WhatIf = true, Problems = [] }, trial with { Problems = [] });
        Assert.Equal(real.Problems, trial.Problems);
    }

    [Theory]
    [InlineData("none/rejects.csv")]
    [InlineData("/dev/full")]
    [InlineData(".")]
    public void Rejects_that_cannot_be_written_refuse_the_import(string path)
    {
        Assert.SkipWhen(path.StartsWith('/') && !OperatingSystem.IsLinux(), "No such device.");
        var before = StoreText.Of(test.Store);
        var error = Assert.Throws<ProgressException>(() => CallImport.FromFile(
            test.Store, test.Write("calls.csv", Mixed()), new ImportOptions { SkipInvalid = true, RejectPath = Path.Combine(test.Path(""), path) }));
        Assert.Equal(("OutputFailed", ErrorKind.File), (error.Id, error.Kind));
        Assert.Contains(Path.Combine(test.Path(""), path), error.Message);
        Assert.Equal(before, StoreText.Of(test.Store));
    }

    [Theory]
    [InlineData("calls.csv")]
    [InlineData("progress.db")]
    public void Rejects_never_replace_what_is_read(string path)
    {
        var calls = test.Write("calls.csv", Mixed());
        var error = Assert.Throws<ProgressException>(() =>
            CallImport.FromFile(test.Store, calls, new ImportOptions { SkipInvalid = true, RejectPath = test.Path(path) }));
        Assert.Equal(("RejectPathTaken", ErrorKind.Usage), (error.Id, error.Kind));
        Assert.Equal(Mixed(), File.ReadAllText(calls));
        test.AssertSound();
    }

    [Fact]
    public void An_import_that_is_refused_leaves_older_rejects_alone()
    {
        File.WriteAllText(Rejects, "precious");
        Assert.Throws<ProgressException>(() => Skip(Encoding.UTF8.GetBytes(Mixed()), skip: false));
        Assert.Equal("precious", File.ReadAllText(Rejects));
    }

    [Fact]
    public void Unsound_notes_of_a_pipeline_are_rejected_as_lines_that_import()
    {
        var summary = test.Import(
            [new SourceNote(1, null, "Call - NA | 0:30", "03/04/2026", null, null)], new ImportOptions { SkipInvalid = true, RejectPath = Rejects });
        Assert.Equal((1, 1), (summary.Read, summary.Invalid));
        var corrected = test.Write("corrected", File.ReadAllText(Rejects).Replace("03/04/2026", "2026-04-03"));
        Assert.Equal(1, CallImport.FromFile(test.Store, corrected, new ImportOptions()).Unattributed);
    }

    private static string Good(int i) => $"{TestStore.Id($"{i}")},Call - NA | 0:30,2026-09-01,\n";

    private static string Mixed() => $"{Header}\n{Good(0)}{string.Concat(BadRows.Select((row, i) => $"{row}\n{Good(i + 1)}"))}";

    private string Hash()
    {
        using var file = new FileStream(test.Path("progress.db"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(SHA256.HashData(file));
    }

    private ImportSummary Skip(byte[] file, bool skip = true, bool whatIf = false)
    {
        File.WriteAllBytes(test.Path("notes"), file);
        return CallImport.FromFile(test.Store, test.Path("notes"), new ImportOptions { SkipInvalid = skip, RejectPath = Rejects, WhatIf = whatIf });
    }
}
