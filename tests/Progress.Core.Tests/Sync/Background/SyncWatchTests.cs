using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>The background sync's loop in the foreground: <c>progressctl sync --watch</c>.</summary>
public sealed class SyncWatchTests : IDisposable
{
    private readonly SyncWorld world = new SyncWorld().Members("Ana");
    private readonly SyncDevice device;
    private readonly CancellationTokenSource stop = new();

    public SyncWatchTests() => device = world.Device("one").Prepare();

    public void Dispose()
    {
        stop.Dispose();
        world.Dispose();
    }

    [Fact]
    public void The_first_exchange_is_made_at_once_and_others_every_five_minutes()
    {
        device.Synced();
        var first = world.Clock.GetUtcNow();
        var passes = Watch().Take(4).ToList();
        Assert.All(passes, p => Assert.Equal((SyncDirection.Both, SyncOutcome.Done), (p.Direction, p.Status)));
        Assert.InRange(passes[0].StartedAt - first, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(passes[3].StartedAt - first, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16));
    }

    [Fact]
    public void What_is_entered_meanwhile_goes_out_within_seconds()
    {
        var entered = DateTimeOffset.MaxValue;
        foreach (var pass in Watch().Take(2))
        {
            if (pass.Direction == SyncDirection.Push)
            {
                Assert.InRange(pass.StartedAt - entered, TimeSpan.Zero, TimeSpan.FromSeconds(2));
                continue;
            }

            entered = world.Clock.GetUtcNow();
            device.Did("Ana", "referral_generated");
        }

        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void Stopped_it_sends_what_waits_and_ends()
    {
        List<SyncResult> passes = [];
        foreach (var pass in Watch())
        {
            passes.Add(pass);
            if (passes.Count > 1) continue;
            device.Did("Ana", "referral_generated");
            stop.Cancel();
        }

        Assert.Equal([SyncDirection.Both, SyncDirection.Push], passes.Select(p => p.Direction));
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void Stopped_in_an_exchange_it_ends_at_once()
    {
        world.OnRequest = stop.Cancel;
        Assert.Empty(Watch());
        Assert.Null(SyncLease.Holder(device.Store, "twenty"));
    }

    [Fact]
    public void Faults_are_results_and_it_goes_on()
    {
        world.Twenty.Faults.Down = true;
        List<SyncOutcome> outcomes = [];
        foreach (var pass in Watch().Take(4))
        {
            outcomes.Add(pass.Status);
            if (outcomes.Count == 2) world.Twenty.Faults.Down = false;
        }

        Assert.Equal([SyncOutcome.Failed, SyncOutcome.Failed, SyncOutcome.Done, SyncOutcome.Done], outcomes);
    }

    [Fact]
    public void The_academy_is_asked_first_and_what_it_tells_goes_on_at_once()
    {
        device.ConnectAcademy();
        Assert.Equal(["academy", "twenty"], Watch().Take(2).Select(p => p.Connection));
    }

    [Fact]
    public void One_way_only_nothing_is_carried_the_other_way()
    {
        device.ConnectAcademy();
        device.Synced();
        world.Note("Ana", "Call - CONTACT | 0:40 | Zoe", "2026-09-30T11:59:00");
        var passes = Watch(new SyncRequest { Host = world.Host, Direction = SyncDirection.Push }).Take(3).ToList();
        Assert.All(passes, p => Assert.Equal(("twenty", SyncDirection.Push), (p.Connection, p.Direction)));
        Assert.Equal(0, device.Xp("Ana"));
    }

    [Fact]
    public void Everything_again_is_read_once()
    {
        device.Synced();
        List<bool> isAnew = [];
        world.Twenty.Journal.Clear();
        foreach (var _ in Watch(new SyncRequest { Host = world.Host, Full = true }).Take(3))
        {
            isAnew.Add(world.Twenty.Journal.Entries.Any(e => e.Path == "/rest/notes" && !e.Query.Contains("updatedAt%5B")));
            world.Twenty.Journal.Clear();
        }

        Assert.Equal([true, false, false], isAnew);
    }

    [Fact]
    public void When_its_connections_are_removed_it_ends()
    {
        foreach (var _ in Watch()) CrmConnections.Remove(device.Store, "twenty");
    }

    [Fact]
    public void Without_connections_there_is_nothing_to_watch()
    {
        CrmConnections.Remove(device.Store, "twenty");
        Assert.Equal("NotConnected", Assert.Throws<ProgressException>(() => Watch().Count()).Id);
    }

    private IEnumerable<SyncResult> Watch(SyncRequest? request = null) =>
        SyncWatch.Run(device.Store, request ?? new SyncRequest { Host = world.Host }, stop.Token);
}
