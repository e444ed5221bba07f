using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class SyncLogTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 9, 30, 12, 0, 0, DateTimeKind.Utc);
    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void A_pass_is_read_as_it_was_written_newest_first()
    {
        var pass = new SyncResult
        {
            Connection = "twenty", Direction = SyncDirection.Push, StartedAt = Noon, EndedAt = Noon.AddSeconds(3.25), Status = SyncOutcome.Partly,
            Calls = 9, Pushed = 4, Created = 1, Pulled = 7, CallNotes = 6, Conflicts = 2, Refused = 3, Pending = 5, LocalOnlyCalls = 8,
            Messages = ["Ana: \"rev\" is missing"],
        };
        Add(pass, pass with { Connection = "academy", Messages = [] });

        var log = CrmSyncLog.Read(test.Store);

        Assert.Equal(["academy", "twenty"], log.Select(r => r.Connection));
        Assert.Equivalent(pass, log[1], strict: true);
        Assert.Equal(DateTimeKind.Utc, log[1].EndedAt.Kind);
    }

    [Fact]
    public void It_is_read_by_connection_pattern_and_time()
    {
        Add(Pass("twenty", 0), Pass("academy", 1), Pass("twenty", 2));

        Assert.Equal(2, CrmSyncLog.Read(test.Store, "Twenty").Count);
        Assert.Single(CrmSyncLog.Read(test.Store, "aca*"));
        Assert.Empty(CrmSyncLog.Read(test.Store, "other"));
        Assert.Equal(2, CrmSyncLog.Read(test.Store, since: Noon.AddMinutes(1)).Count);
        Assert.Empty(CrmSyncLog.Read(test.Store, since: Noon.AddMinutes(2).AddMilliseconds(1)));
    }

    [Fact]
    public void A_thousand_passes_of_each_connection_are_kept()
    {
        Add(Pass("academy", 0));
        Add([.. Enumerable.Range(0, CrmSyncLog.Kept + 5).Select(i => Pass("twenty", i))]);

        Assert.Equal(CrmSyncLog.Kept, CrmSyncLog.Read(test.Store, "twenty").Count);
        Assert.Equal(Noon.AddMinutes(5), CrmSyncLog.Read(test.Store, "twenty")[^1].EndedAt);
        Assert.Single(CrmSyncLog.Read(test.Store, "academy"));
    }

    [Theory]
    [InlineData(SyncOutcome.Done, 0)]
    [InlineData(SyncOutcome.Partly, 1)]
    [InlineData(SyncOutcome.Failed, 2)]
    [InlineData(SyncOutcome.Paused, 0)]
    public void The_exit_code_tells_the_truth(SyncOutcome status, int code) =>
        Assert.Equal(code, new SyncResult { Connection = "twenty", Status = status }.ExitCode);

    private static SyncResult Pass(string connection, int minute) => new() { Connection = connection, EndedAt = Noon.AddMinutes(minute) };

    private void Add(params SyncResult[] passes) => test.Store.Change(change =>
    {
        foreach (var pass in passes) CrmSyncLog.Add(change, pass);
        return true;
    });
}
