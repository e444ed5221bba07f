using System.Text;
using Progress.Reps;
using Xunit;

namespace Progress.Tests.Import;

/// <summary>Files that are refused whole: each with its id, and a message that says where, what, and what is allowed.</summary>
public sealed class BadFileTests : IDisposable
{
    private const string Header = "id,title,createdAt,workspaceMemberId\n";
    private const string Good = "06bf5f3e-26b9-4d0c-a4b1-7a7ad3ac1b3a,Call - NA | 0:30 | Lead,2026-09-01T10:00:00Z,819e6430-acc9-4a8f-8413-4af63fdbd032\n";

    private readonly TestStore test = new();
    private readonly string before;

    public BadFileTests() => before = StoreText.Of(test.Store);

    public void Dispose() => test.Dispose();

    [Fact]
    public void A_file_that_is_not_there() => Assert.Contains(test.Path("none.csv"), Refused(test.Path("none.csv"), "FileNotFound", ErrorKind.NotFound));

    [Fact]
    public void A_folder()
    {
        var path = Directory.CreateDirectory(test.Path("calls")).FullName;
        Assert.Contains($"'{path}' is a folder", Refused(path, "NotAFile", ErrorKind.File));
    }

    [Fact]
    public void A_file_that_cannot_be_read_to_its_end()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a file that opens and does not read.");
        Assert.Contains("/proc/self/mem", Refused("/proc/self/mem", "FileUnreadable", ErrorKind.File));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \n\n")]
    public void An_empty_file(string text)
    {
        var message = Refused(Encoding.UTF8.GetBytes(text), text.Contains(' ') ? "MissingColumn" : "EmptyFile");
        Assert.Contains("notes.csv", message);
    }

    [Theory]
    [InlineData("id,subject,createdAt\n", "'title'", "id, subject, createdAt")]
    [InlineData("id,title,when\n", "'createdAt'", "id, title, when")]
    [InlineData("1,Call - NA | 0:30,2026-09-01\n", "'title'", "1, Call - NA | 0:30, 2026-09-01")]
    public void Wrong_headers(string text, string missing, string found)
    {
        var message = Refused(Encoding.UTF8.GetBytes(text), "MissingColumn");
        Assert.Contains(missing, message);
        Assert.Contains(found, message);
    }

    [Theory]
    [InlineData("1,\"Call - NA | 0:30,2026-09-01,\n", "UnterminatedQuote", "line 3", "never closed")]
    [InlineData(",Call - \"NA\" | 0:30,2026-09-01,\n", "BrokenQuoting", "line 3", "(title)")]
    [InlineData(",\"Call\" - NA | 0:30,2026-09-01,\n", "BrokenQuoting", "line 3", "(title)")]
    [InlineData(",Call - NA | 0:30 | Smith, John,2026-09-01,\n", "WrongFieldCount", "line 3", "5 fields, the header has 4")]
    [InlineData("no separator\n", "WrongFieldCount", "line 3", "1 fields, the header has 4")]
    public void Broken_rows(string row, string id, params string[] said)
    {
        var message = Refused(Encoding.UTF8.GetBytes(Header + Good + row + Good), id);
        Assert.All(said.Append("notes.csv"), part => Assert.Contains(part, message));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_in_CSV()
    {
        var message = Refused([.. Encoding.UTF8.GetBytes(Header + Good + ",Call - NA | 0:30 | J"), 0xE9, .. ",2026-09-01,\n"u8], "InvalidUtf8");
        Assert.All(["notes.csv, line 3", "(title)", "Save the file as UTF-8"], part => Assert.Contains(part, message));
    }

    [Theory]
    [InlineData("{\"title\":\"Call - NA | 0:30\",\"createdAt\":\"2026-09-01\"}\n", "\n", "")]
    [InlineData("[", ",\n", "]")]
    public void Bytes_that_are_not_UTF_8_in_JSON(string begin, string between, string end)
    {
        byte[] bad = [.. "{\"title\":\"Call - NA | 0:30 | J"u8, 0xE9, .. "\",\"createdAt\":\"2026-09-01\"}"u8];
        byte[] file = [.. Encoding.UTF8.GetBytes(begin), .. bad, .. Encoding.UTF8.GetBytes(between), .. bad, .. Encoding.UTF8.GetBytes(end)];
        Assert.Matches("notes.csv, line [12]: .*UTF-8", Refused(file, "InvalidUtf8"));
    }

    [Fact]
    public void Half_a_character_in_JSON()
    {
        var file = """[{"title":"Call - NA | 0:30 | \ud83c","createdAt":"2026-09-01"}]""";
        Assert.All(["line 1", "half a character"], part => Assert.Contains(part, Refused(Encoding.UTF8.GetBytes(file), "InvalidRow")));
    }

    [Theory]
    [InlineData("array")]
    [InlineData("answer")]
    [InlineData("lines")]
    public void JSON_that_is_cut_off_anywhere(string form)
    {
        var notes = Notes.Many(200);
        var whole = Encoding.UTF8.GetBytes(form == "array" ? Notes.Array(notes) : form == "answer" ? Notes.Answer(notes) : Notes.Lines(notes));
        for (var part = 1; part < 20; part++)
        {
            var cut = whole.AsSpan(0, whole.Length * part / 20).ToArray();
            if (form == "lines" && cut[^1] is (byte)'\n' or (byte)'}') continue;
            var message = Refused(cut, "InvalidJson");
            Assert.Matches(@"notes\.csv, line \d+: the JSON is broken or cut off here", message);
        }
    }

    [Fact]
    public void The_line_of_a_JSON_fault_is_right()
    {
        var lines = Notes.Lines(Notes.Many(2_000)).Split('\n');
        lines[1_700] = lines[1_700].Replace("\"createdAt\"", "createdAt");
        Assert.Contains("notes.csv, line 1701:", Refused(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "InvalidJson"));
        var array = Notes.Array(Notes.Many(2_000)).Split('\n');
        array[1_700] = array[1_700].Replace("\"createdAt\"", "createdAt");
        Assert.Contains("notes.csv, line 1701:", Refused(Encoding.UTF8.GetBytes(string.Join('\n', array)), "InvalidJson"));
    }

    [Theory]
    [InlineData("[] x")]
    [InlineData("[]]")]
    [InlineData("[] []")]
    [InlineData("""{"data":{"notes":[]}} {}""")]
    [InlineData("""{"data":{"notes":[]}""")]
    [InlineData("""{"title":"Call - NA | 0:30","createdAt":"2026-09-01"} x""")]
    [InlineData("""{"title":"Call - NA | 0:30","createdAt":"2026-09-01"}{"title":"Call - NA | 0:30","createdAt":"2026-09-01"}""")]
    public void Garbage_after_the_notes(string text) => Assert.Contains("notes.csv, line 1", Refused(Encoding.UTF8.GetBytes(text), "InvalidJson"));

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"data\": [] }")]
    [InlineData("{ \"data\": { \"people\": [] } }")]
    [InlineData("{ \"data\": { \"notes\": {} } }")]
    [InlineData("{ \"notes\": [] }")]
    public void JSON_that_holds_something_else(string text) =>
        Assert.Contains("neither an array of notes, nor one note a line, nor an answer of Twenty", Refused(Encoding.UTF8.GetBytes(text), "InvalidJson"));

    [Theory]
    [InlineData("not-a-uuid,Call - NA | 0:30,2026-09-01,", "id", "not-a-uuid", "not a UUID")]
    [InlineData("06bf5f3e26b94d0ca4b17a7ad3ac1b3a,Call - NA | 0:30,2026-09-01,", "id", "06bf5f3e26b94d0ca4b17a7ad3ac1b3a", "not a UUID")]
    [InlineData(",Call - NA | 0:30,2026-09-01,ana@example.com", "workspaceMemberId", "ana@example.com", "not a UUID")]
    [InlineData(",Call - NA | 0:30,03/04/2026,", "createdAt", "03/04/2026", "ISO 8601")]
    [InlineData(",Call - NA | 0:30,yesterday,", "createdAt", "yesterday", "ISO 8601")]
    [InlineData(",Call - NA | 0:30,,", "createdAt", "", "ISO 8601")]
    [InlineData(",Call - NA | 0:30,2026-02-30,", "createdAt", "2026-02-30", "ISO 8601")]
    [InlineData(",Call - NA | 0:30,0001-01-01,", "createdAt", "0001-01-01", "ISO 8601")]
    [InlineData(",Call - NA | 0:30,9999-12-31T23:59:59Z,", "createdAt", "9999-12-31T23:59:59Z", "ISO 8601")]
    [InlineData(",Some other note,03/04/2026,", "createdAt", "03/04/2026", "ISO 8601")]
    public void A_field_in_no_format_in_CSV_and_JSON(string row, string field, string value, string allowed)
    {
        var fields = row.Split(',');
        var json = $$"""{"id":"{{fields[0]}}","title":"{{fields[1]}}","createdAt":"{{fields[2]}}","workspaceMemberId":"{{fields[3]}}"}""";
        var lines = """{"title":"Call - NA | 0:30","createdAt":"2026-09-01"}""" + "\n\n" + json;
        foreach (var text in new[] { Header + Good + row + "\n", lines, $"[\n\n{json}]" })
        {
            var message = Refused(Encoding.UTF8.GetBytes(text), "InvalidRow");
            Assert.Contains($"{test.Path("notes.csv")}, line 3, {field} '{value}'", message);
            Assert.Contains(allowed, message);
            Assert.Contains("-SkipInvalid", message);
        }
    }

    [Theory]
    [InlineData("[1]", "1")]
    [InlineData("[\"text\"]", "text")]
    [InlineData("[[{}]]", "[{}]")]
    public void A_note_that_is_no_object(string text, string value)
    {
        var message = Refused(Encoding.UTF8.GetBytes(text), "InvalidRow");
        Assert.Contains(value, message);
        Assert.Contains("a note is a JSON object", message);
    }

    [Fact]
    public void A_message_shows_only_the_beginning_of_a_long_value()
    {
        var message = Refused(Encoding.UTF8.GetBytes($"{Header}{new string('x', 100_000)},Call - NA | 0:30,2026-09-01,\n"), "InvalidRow");
        Assert.True(message.Length < 2_000);
    }

    [Fact]
    public void The_createdBy_cell_of_an_export_that_is_broken_JSON()
    {
        var text = "title,createdAt,createdBy\nCall - NA | 0:30,2026-09-01,\"{\"\"workspaceMemberId\"\":\"\n";
        Assert.Contains("line 2, workspaceMemberId", Refused(Encoding.UTF8.GetBytes(text), "InvalidRow"));
    }

    private string Refused(byte[] file, string id)
    {
        File.WriteAllBytes(test.Path("notes.csv"), file);
        return Refused(test.Path("notes.csv"), id, ErrorKind.InvalidData);
    }

    private string Refused(string path, string id, ErrorKind kind)
    {
        var error = Assert.Throws<ProgressException>(() => CallImport.FromFile(test.Store, path, new ImportOptions()));
        Assert.Equal((id, kind), (error.Id, error.Kind));
        Assert.Equal(before, StoreText.Of(test.Store));
        return error.Message;
    }
}
