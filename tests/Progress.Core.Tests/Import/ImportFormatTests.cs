using System.Globalization;
using System.Text;
using Progress.Csv;
using Progress.Reps;
using Xunit;

namespace Progress.Tests.Import;

public sealed class ImportFormatTests
{
    private static readonly SourceNote[] Sample = [.. Notes.Many(300)];
    private static readonly string Expected = Calls(Encoding.UTF8.GetBytes(Notes.Csv(Sample)));

    public static TheoryData<string, byte[]> Formats => new()
    {
        { "semicolons", Utf8(Notes.Csv(Sample, ';')) },
        { "tabs", Utf8(Notes.Csv(Sample, '\t')) },
        { "line ends of Windows", Utf8(Notes.Csv([.. Sample], ',', "\r\n")) },
        { "CSV with byte-order mark", [.. Encoding.UTF8.Preamble, .. Utf8(Notes.Csv(Sample))] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Notes.Csv(Sample))] },
        { "UTF-16, big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Notes.Csv(Sample))] },
        { "JSON array", Utf8(Notes.Array(Sample)) },
        { "JSON array with byte-order mark", [.. Encoding.UTF8.Preamble, .. Utf8(Notes.Array(Sample))] },
        { "JSON array on one line", Utf8(Notes.Array(Sample).Replace("\n", "")) },
        { "JSON array laid out", Utf8("\n\n [ \r\n" + Notes.Array(Sample)[1..].Replace("\",\"", "\" ,\r\n\t\"")) },
        { "JSON lines", Utf8(Notes.Lines(Sample)) },
        { "JSON lines of Windows", Utf8(Notes.Lines(Sample, "\r\n")) },
        { "JSON lines with blank ones", Utf8("\n" + Notes.Lines(Sample, "\n\n  \n")) },
        { "JSON lines without a last line end", Utf8(Notes.Lines(Sample).TrimEnd()) },
        { "JSON lines with byte-order mark", [.. Encoding.UTF8.Preamble, .. Utf8(Notes.Lines(Sample))] },
        { "answer of Twenty", Utf8(Notes.Answer(Sample)) },
        {
            "answer of Twenty with other properties before and after",
            Utf8($$"""
                { "totalCount": 300, "pageInfo": { "hasNextPage": false, "deep": [[{"notes": [1, 2]}]] }, "none": null,
                  "data": { "people": [{"id": "x"}], "notes": {{Notes.Array(Sample)}}, "later": [{"id": 1}] }, "after": {"data": {"notes": [] } } }
                """)
        },
        { "notes with nested extras", Utf8(Notes.Array(Sample).Replace("{\"id\"", "{\"bodyV2\":{\"blocknote\":[{\"title\":\"Call - NA | 0:01\"}],\"id\":7},\"id\"")) },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_notes_come_out_of_every_format(string format, byte[] file)
    {
        Assert.NotEmpty(format);
        Assert.Equal(Expected, Calls(file));
    }

    [Fact]
    public void What_Excel_wrote_comes_back_without_what_Excel_needed()
    {
        var culture = new CultureInfo("de-DE");
        var file = new MemoryStream();
        var calls = new[] { "Call - NA | 0:30 | =1+1", "Call - NA | 0:31 | 'quoted" };
        var path = $"id;title;createdAt\r\n{TestStore.Id("1")};{calls[0]};2026-09-01T10:00:00Z\r\n{TestStore.Id("2")};'{"'" + calls[1]};2026-09-01T10:00:00Z\r\n";
        file.Write(Encoding.UTF8.Preamble);
        file.Write(Utf8(path));
        using var test = new TestStore();
        File.WriteAllBytes(test.Path("calls.csv"), file.ToArray());
        var summary = CallImport.FromFile(test.Store, test.Path("calls.csv"), new ImportOptions { Format = CsvFormat.Excel(culture) });
        Assert.Equal((1, 1), (summary.Unattributed, summary.NotACall));
        Assert.Equal("=1+1", CallNotes.List(test.Store).Single().Lead);
    }

    [Theory]
    [InlineData("""[{"id":"ID","title":"TITLE","createdAt":"AT","createdBy":{"source":"MANUAL","workspaceMemberId":"REP","name":"Ana"}}]""")]
    [InlineData("""[{"id":"ID","title":"TITLE","createdAt":"AT","createdBy.workspaceMemberId":"REP"}]""")]
    [InlineData("""[{"ID":"ID","Title":"TITLE","CreatedAt":"AT","WorkspaceMemberId":"REP"}]""")]
    [InlineData("""{"id":"ID","title":"TITLE","createdAt":"AT","workspaceMemberId":"REP"}""")]
    [InlineData("""{"data":{"notes":[{"id":"ID","title":"TITLE","createdAt":"AT","updatedAt":null,"deletedAt":null,"createdBy":{"workspaceMemberId":"REP"}}]}}""")]
    [InlineData("id,title,createdAt,createdBy.workspaceMemberId\nID,TITLE,AT,REP\n")]
    [InlineData("id,title,createdAt,createdBy\nID,TITLE,AT,\"{\"\"source\"\":\"\"MANUAL\"\",\"\"workspaceMemberId\"\":\"\"REP\"\"}\"\n")]
    [InlineData("Id;Title;Created At;Workspace Member Id\nID;TITLE;AT;REP")]
    [InlineData("title,workspaceMemberId,extra,createdAt,id,deletedAt\nTITLE,REP,,AT,ID,\n")]
    public void The_rep_is_found_wherever_the_export_names_it(string file)
    {
        using var test = new TestStore();
        var summary = Import(test, Utf8(Filled(file)));
        Assert.Equal((1, 1), (summary.Read, summary.Imported));
        var call = CallNotes.List(test.Store).Single();
        Assert.Equal((TestStore.Id("note"), TestStore.Id("rep")), (call.Id, call.WorkspaceMemberId));
        Assert.Equal(new DateTime(2026, 9, 1, 10, 0, 0, DateTimeKind.Utc), call.CreatedAt);
    }

    [Theory]
    [InlineData("""[{"id":"ID","title":"TITLE","createdAt":"AT","createdBy":{"source":"API","workspaceMemberId":null}}]""")]
    [InlineData("""[{"id":"ID","title":"TITLE","createdAt":"AT","createdBy":null}]""")]
    [InlineData("""[{"id":"ID","title":"TITLE","createdAt":"AT","workspaceMemberId":""}]""")]
    [InlineData("id,title,createdAt,createdBy\nID,TITLE,AT,\"{\"\"source\"\":\"\"API\"\"}\"\n")]
    [InlineData("id,title,createdAt\nID,TITLE,AT\n")]
    public void A_call_whose_rep_nobody_names_is_unattributed(string file)
    {
        using var test = new TestStore();
        var summary = Import(test, Utf8(Filled(file)));
        Assert.Equal((1, 1), (summary.Read, summary.Unattributed));
    }

    [Theory]
    [InlineData("""[{"id":"ID","title":"TITLE","createdAt":"AT","deletedAt":"AT"}]""")]
    [InlineData("id,title,createdAt,deletedAt\nID,TITLE,AT,AT\n")]
    public void A_note_in_the_bin_is_no_call(string file)
    {
        using var test = new TestStore();
        Assert.Equal(1, Import(test, Utf8(Filled(file))).NotACall);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData(" [ ] \n")]
    [InlineData("""{"data":{"notes":[]}}""")]
    [InlineData("id,title,createdAt\n")]
    [InlineData("id,title,createdAt")]
    public void A_file_without_notes_is_read_and_changes_nothing(string file)
    {
        using var test = new TestStore();
        var before = StoreText.Of(test.Store);
        Assert.Equal(0, Import(test, Utf8(file)).Read);
        Assert.Equal(before, StoreText.Of(test.Store));
    }

    [Theory]
    [InlineData("""[{"id":"ID","title":"Call - NA | 0:30 | a\u0000b","createdAt":"AT"}]""")]
    [InlineData("id,title,createdAt\nID,Call - NA | 0:30 | a\0b,AT\n")]
    [InlineData("""[{"id":"ID","title":"Call - NA\u0000 | 0:30","createdAt":"AT"}]""")]
    public void A_title_with_a_null_character_is_kept_whole(string file)
    {
        using var test = new TestStore();
        Assert.Equal(1, Import(test, Utf8(Filled(file))).Unattributed);
        Assert.Contains('\0', CallNotes.List(test.Store).Single().Title);
        Assert.Equal(1, Import(test, Utf8(Filled(file))).Duplicate);
        test.AssertSound();
    }

    [Fact]
    public void A_note_with_a_long_body_in_its_first_line_is_a_note_a_line()
    {
        using var test = new TestStore();
        var body = new string('x', 200_000);
        var text = string.Concat(Notes.Many(3).Select(n => Notes.Json(n)[..^1] + $",\"body\":\"{body}\"}}\n"));
        Assert.Equal(3, Import(test, Utf8(text)).Read);
    }

    private static string Filled(string file) => file
        .Replace("ID\"", TestStore.Id("note") + "\"").Replace("\nID", "\n" + TestStore.Id("note")).Replace(",ID,", $",{TestStore.Id("note")},")
        .Replace($"\"{TestStore.Id("note")}\":", "\"ID\":")
        .Replace("TITLE", "Call - CONTACT | 2:31 | Lead").Replace("\"AT\"", "\"2026-09-01T10:00:00Z\"").Replace("AT,", "2026-09-01T10:00:00Z,")
        .Replace(";AT", ";2026-09-01T10:00:00Z").Replace(",AT\n", ",2026-09-01T10:00:00Z\n").Replace("REP", TestStore.Id("rep").ToString());

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static ImportSummary Import(TestStore test, byte[] file)
    {
        File.WriteAllBytes(test.Path("notes"), file);
        return CallImport.FromFile(test.Store, test.Path("notes"), new ImportOptions());
    }

    /// <summary>All that an import brought, and how it was counted.</summary>
    private static string Calls(byte[] file)
    {
        using var test = new TestStore();
        var summary = Import(test, file);
        Assert.Equal(Sample.Length, summary.Read);
        return TestStore.Csv(CallNotes.List(test.Store)) + TestStore.Csv([summary with { Source = null }]);
    }
}
