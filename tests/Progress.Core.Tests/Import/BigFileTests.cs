using System.Text;
using Progress.Json;
using Progress.Reps;
using Xunit;

namespace Progress.Tests.Import;

public sealed class BigFileTests : IDisposable
{
    private const int LongLineBytes = 100 * 1024 * 1024;

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Many_notes_come_out_of_JSON_as_they_do_of_CSV()
    {
        var notes = Notes.Many(Runs.Of(20_000, 200_000)).ToList();
        var csv = Calls(Notes.Csv(notes));
        Assert.Equal(csv, Calls(Notes.Array(notes)));
        Assert.Equal(csv, Calls(Notes.Lines(notes)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void Values_may_come_in_pieces(int piece)
    {
        var notes = Notes.Many(400).Select(Notes.Json).ToList();
        var bytes = Encoding.UTF8.GetBytes($"\uFEFF {{\"x\":[1,{{\"y\":\"é\"}}],\"list\":[{string.Join(",\n", notes)}]}}\n");
        var json = new JsonPull(new Trickle(bytes, piece), "notes.json");
        json.Read();
        json.Read();
        json.Skip();
        json.Read();
        json.Read();
        for (var i = 0; i < notes.Count; i++)
        {
            using var item = json.ReadElement();
            Assert.Equal(notes[i], item!.RootElement.GetRawText());
            Assert.Equal(notes[i], Encoding.UTF8.GetString(json.Value));
            Assert.Equal(i + 1, json.ValueLine);
        }

        Assert.Null(json.ReadElement());
        while (json.Read()) { }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void Lines_may_come_in_pieces(int piece)
    {
        var notes = Notes.Many(400).Select(Notes.Json).ToList();
        var json = new JsonPull(new Trickle(Encoding.UTF8.GetBytes(string.Join("\n\n", notes)), piece), "notes.jsonl");
        for (var i = 0; i < notes.Count; i++)
        {
            Assert.True(json.ReadLine(out var tooLong));
            Assert.False(tooLong);
            Assert.Equal(notes[i], Encoding.UTF8.GetString(json.Value));
            Assert.Equal((2 * i) + 1, json.ValueLine);
        }

        Assert.False(json.ReadLine(out _));
    }

    [Theory]
    [InlineData("id,title,createdAt\n", "", "LineTooLong", "line 2")]
    [InlineData("", ",", "LineTooLong", "line 1")]
    [InlineData("id,title,createdAt\n,\"Call", "", "UnterminatedQuote", "line 2")]
    [InlineData("[\n{\"title\":\"", "\"}]", "InvalidJson", "line 2")]
    [InlineData("[\n{\"extra\":{\"body\":[\"", "\"]}}]", "InvalidJson", "line 2")]
    [InlineData("{\"title\":\"", "\"}\n", "InvalidJson", "line 1")]
    [InlineData("{\n\"after\":\"", "\",\"data\":{\"notes\":[]}}", "InvalidJson", "line 2")]
    public void A_hundred_megabytes_on_one_line_are_refused(string begin, string end, string id, string line)
    {
        var path = LongLine(begin, end);
        var before = StoreText.Of(test.Store);
        var error = Assert.Throws<ProgressException>(() => CallImport.FromFile(test.Store, path, new ImportOptions()));
        Assert.Equal((id, ErrorKind.InvalidData), (error.Id, error.Kind));
        Assert.Contains(line, error.Message);
        Assert.Equal(before, StoreText.Of(test.Store));
    }

    [Theory]
    [InlineData("title,createdAt\nCall - NA | 0:30,2026-09-01\n", "\nCall - NA | 0:31,2026-09-01\n", 3)]
    [InlineData("{\"title\":\"Call - NA | 0:30\",\"createdAt\":\"2026-09-01\"}\n", "\n{\"title\":\"Call - NA | 0:31\",\"createdAt\":\"2026-09-01\"}\n", 2)]
    public void A_line_too_long_costs_only_itself(string begin, string end, int line)
    {
        var options = new ImportOptions { SkipInvalid = true, RejectPath = test.Path("rejects") };
        var summary = CallImport.FromFile(test.Store, LongLine(begin, end), options);
        Assert.Equal((3, 2, 1), (summary.Read, summary.Unattributed, summary.Invalid));
        Assert.Equal(line, summary.Problems.Single().Line);
        Assert.Contains("longer than", summary.Problems.Single().Reason);
        Assert.Contains("longer than", File.ReadAllText(options.RejectPath));
    }

    private string LongLine(string begin, string end)
    {
        using var file = File.Create(test.Path("long"));
        file.Write(Encoding.UTF8.GetBytes(begin));
        var block = Encoding.UTF8.GetBytes(new string('x', 1024 * 1024));
        for (var written = 0; written < LongLineBytes; written += block.Length) file.Write(block);
        file.Write(Encoding.UTF8.GetBytes(end));
        return file.Name;
    }

    private static string Calls(string file)
    {
        using var test = new TestStore();
        var summary = CallImport.FromFile(test.Store, test.Write("notes", file), new ImportOptions());
        test.AssertSound();
        return TestStore.Csv(CallNotes.List(test.Store)) + TestStore.Csv([summary with { Source = null }]);
    }

    private sealed class Trickle(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
