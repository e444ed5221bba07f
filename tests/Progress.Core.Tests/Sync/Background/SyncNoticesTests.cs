using Progress.Sync;
using Xunit;

namespace Progress.Tests;

public sealed class SyncNoticesTests
{
    private readonly SyncNotices notices = new("twenty");

    [Fact]
    public void A_pass_that_did_everything_is_no_news() => Assert.Empty(Of(SyncOutcome.Done));

    [Fact]
    public void A_fault_is_told_when_it_begins_and_when_it_ends()
    {
        Assert.Equal(["twenty: 127.0.0.1 cannot be reached."], Of(SyncOutcome.Failed, messages: "127.0.0.1 cannot be reached."));
        Assert.Empty(Of(SyncOutcome.Failed, messages: "127.0.0.1 cannot be reached."));
        Assert.Equal(["twenty: sync works again, and everything is sent."], Of(SyncOutcome.Done));
        Assert.Empty(Of(SyncOutcome.Done));
        Assert.Single(Of(SyncOutcome.Failed, messages: "127.0.0.1 cannot be reached."));
    }

    [Fact]
    public void Of_a_fault_that_ends_before_all_is_sent_it_is_told_what_waits()
    {
        Of(SyncOutcome.Failed, messages: "503");
        Assert.Equal(["twenty: sync works again; 7 records wait to be sent."], Of(SyncOutcome.Partly, pending: 7));
    }

    [Fact]
    public void Another_fault_is_news()
    {
        Of(SyncOutcome.Failed, messages: "cannot be reached");
        Assert.Single(Of(SyncOutcome.Failed, messages: "the key is not accepted"));
    }

    [Fact]
    public void The_same_with_another_time_in_it_is_none()
    {
        Of(SyncOutcome.Failed, messages: "wants a pause until 12:01:00Z");
        Assert.Empty(Of(SyncOutcome.Failed, messages: "wants a pause until 12:06:00Z"));
    }

    [Fact]
    public void Conflicts_are_told_when_they_are_found()
    {
        Assert.StartsWith("twenty: conflicts were found (2). Get-CrmConflict", Assert.Single(Of(SyncOutcome.Done, conflicts: 2)));
        Assert.Empty(Of(SyncOutcome.Done));
    }

    [Fact]
    public void Refused_records_are_told_when_they_become_more()
    {
        Assert.StartsWith("twenty: records are refused by the remote (1).", Assert.Single(Of(SyncOutcome.Partly, refused: 1)));
        Assert.Empty(Of(SyncOutcome.Partly, refused: 1));
        Assert.Single(Of(SyncOutcome.Partly, refused: 2));
        Assert.Empty(Of(SyncOutcome.Partly, refused: 1));
    }

    [Fact]
    public void What_only_exchanges_notice_is_not_told_anew_after_each_push()
    {
        Assert.Single(Of(SyncOutcome.Partly, messages: "call notes: the role may not read them"));
        Assert.Empty(Of(SyncOutcome.Done, direction: SyncDirection.Push));
        Assert.Empty(Of(SyncOutcome.Partly, messages: "call notes: the role may not read them"));
        Assert.Empty(Of(SyncOutcome.Done));
        Assert.Single(Of(SyncOutcome.Partly, messages: "call notes: the role may not read them"));
    }

    [Fact]
    public void A_pause_is_no_news() => Assert.Empty(Of(SyncOutcome.Paused, messages: "Sync is paused"));

    private List<string> Of(
        SyncOutcome status, SyncDirection direction = SyncDirection.Both, int pending = 0, int conflicts = 0, int refused = 0, params string[] messages) =>
        [.. notices.Of(new SyncResult
        {
            Connection = "twenty", Status = status, Direction = direction, Pending = pending, Conflicts = conflicts, Refused = refused, Messages = messages,
        })];
}
