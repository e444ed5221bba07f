using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Calls;

/// <summary>The same two calls in every form in which notes come.</summary>
public sealed class CallFileTests
{
    private const string Id1 = "df9f5e7a-7c08-4789-9ece-4430ac088dcb", Id2 = "0b13531d-79c3-433d-81c2-71709f0d66b8", Rep = "819e6430-acc9-4a8f-8413-4af63fdbd032";
    private const string Title = "Call - CONTACT | 3:00 | Al, \\\"Bo\\\"";
    private const string One = $$$"""{"id":"{{{Id1}}}","title":"{{{Title}}}","createdAt":"2026-09-30T10:00:00Z","workspaceMemberId":"{{{Rep}}}"}""";
    private const string Two = $$$"""{"title":"Call - BUSY | 0:10","id":"{{{Id2}}}","createdAt":"2026-09-30T11:00:00.000Z","updatedAt":null,"createdBy":{"source":"MANUAL","workspaceMemberId":"{{{Rep}}}"}}""";

    public static TheoryData<string> Forms =>
    [
        $"id,title,createdAt,workspaceMemberId\n{Id1},\"Call - CONTACT | 3:00 | Al, \"\"Bo\"\"\",2026-09-30T10:00:00Z,{Rep}\n{Id2},Call - BUSY | 0:10,2026-09-30T11:00:00Z,{Rep}\n",
        $"createdAt;createdBy.workspaceMemberId;title;id;more\r\n2026-09-30T10:00:00Z;{Rep};\"Call - CONTACT | 3:00 | Al, \"\"Bo\"\"\";{Id1};x\r\n2026-09-30T11:00:00Z;{Rep};Call - BUSY | 0:10;{Id2};\r\n",
        $"ID,Title,CreatedAt,createdBy\n{Id1},\"Call - CONTACT | 3:00 | Al, \"\"Bo\"\"\",2026-09-30T10:00:00Z,\"{{\"\"workspaceMemberId\"\":\"\"{Rep}\"\"}}\"\n{Id2},Call - BUSY | 0:10,2026-09-30T11:00:00Z,\"{{\"\"workspaceMemberId\"\":\"\"{Rep}\"\"}}\"\n",
        $"{One}\n{Two}\n",
        $"{One}\n\n{Two}",
        $"[{One},{Two}]",
        $"[\n  {One},\n  {Two}\n]\n",
        $$$"""{"data":{"notes":[{{{One}}},{{{Two}}}]},"totalCount":2,"pageInfo":{"hasNextPage":false}}""",
        $$$"""{"totalCount":2,"data":{"more":[1],"notes":[{{{One}}},{{{Two}}}]}}""",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_is_read_to_the_same_calls(string text)
    {
        using var store = new TestStore();
        var summary = CallImport.FromFile(store.Store, store.Write("notes", text), new ImportOptions(), TestContext.Current.CancellationToken);
        Assert.Equal((2, 2), (summary.Read, summary.Imported));
        var calls = CallNotes.List(store.Store).ToList();
        Assert.Equal([Id1, Id2], calls.Select(c => c.Id.ToString()));
        Assert.Equal(["Al, \"Bo\"", null], calls.Select(c => c.Lead));
        Assert.All(calls, c => Assert.Equal(Rep, c.WorkspaceMemberId.ToString()));
        Assert.Equal(22 + 2 + 25, RepProgressions.Get(store.Store, [Rep]).Single().TotalXp);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,title,when\n")]
    [InlineData("id,title,createdAt\n1,\"Call - BUSY | 0:10,2026-09-30")]
    [InlineData("[{\"title\":\"Call - BUSY | 0:10\"")]
    [InlineData("{\"data\":{}}")]
    [InlineData("{\"data\":{\"notes\":5}}")]
    [InlineData("[1]")]
    public void An_unsound_file_is_refused_whole(string text)
    {
        using var store = new TestStore();
        var path = store.Write("notes", text);
        var error = Assert.Throws<ProgressException>(() => CallImport.FromFile(store.Store, path, new ImportOptions(), TestContext.Current.CancellationToken));
        Assert.Contains(path.Split('/', '\\')[^1], error.Message);
        Assert.Empty(RepDirectory.List(store.Store));
    }

    [Fact]
    public void A_note_in_the_bin_is_no_call()
    {
        using var store = new TestStore();
        var text = $"[{One.Replace("\"title\"", "\"deletedAt\":\"2026-09-30T12:00:00Z\",\"title\"")},{Two}]";
        var summary = CallImport.FromFile(store.Store, store.Write("notes", text), new ImportOptions(), TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (summary.Imported, summary.NotACall));
    }

    [Fact]
    public void Unsound_rows_are_skipped_where_asked_and_written_as_they_were()
    {
        using var store = new TestStore();
        var text = $"id,title,createdAt\n{Id1},Call - BUSY | 0:10,2026-09-30T10:00:00Z\nx,\"Call - BUSY | 0:10\",2026-09-30\n{Id2},Call - BUSY | 0:10,03/04/2026\n";
        var options = new ImportOptions { SkipInvalid = true, RejectPath = store.Path("rejected.csv") };
        var summary = CallImport.FromFile(store.Store, store.Write("notes.csv", text), options, TestContext.Current.CancellationToken);
        Assert.Equal((3, 1, 2), (summary.Read, summary.Unattributed, summary.Invalid));
        Assert.Equal([(3L, "id"), (4L, "createdAt")], summary.Problems.Select(p => (p.Line, p.Field)));
        Assert.Equal($"id,title,createdAt\nx,\"Call - BUSY | 0:10\",2026-09-30\n{Id2},Call - BUSY | 0:10,03/04/2026\n", File.ReadAllText(options.RejectPath).Replace("\r\n", "\n"));
    }
}
