using System.Collections.Concurrent;
using Progress.Doubles;
using Progress.Store;
using Progress.Sync;
using Progress.Tests.Store;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50, Connections: one worker per process and connection, on a thread of its own.</summary>
public sealed class BackgroundSyncTests : IDisposable
{
    private readonly SyncWorld world = new SyncWorld().Members("Ana", "Ben");
    private readonly SteppedClock clock;
    private readonly ConcurrentDictionary<int, int> threads = new();
    private readonly SyncDevice device;
    private readonly object holder = new();

    public BackgroundSyncTests()
    {
        device = world.Device("one").Prepare();
        device.Synced();
        // Of what was called so far, the limiter has forgotten everything.
        clock = new SteppedClock(world.Clock.GetUtcNow().AddMinutes(1));
        world.OnRequest = () => threads.AddOrUpdate(Environment.CurrentManagedThreadId, 1, (_, n) => n + 1);
    }

    private StoreLocation Location => device.Store.Location;

    public void Dispose()
    {
        var ending = Task.Run(() => BackgroundSync.Stop(Location, "twenty"));
        clock.LetGo();
        ending.Wait(TimeSpan.FromSeconds(60));
        world.Dispose();
    }

    [Fact]
    public void What_is_entered_is_there_within_five_seconds_when_it_is_signalled()
    {
        Start();
        device.Did("Ana", "referral_generated");
        Signal();
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void What_another_process_enters_is_seen_without_a_signal()
    {
        Start();
        device.Did("Ana", "referral_generated");
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void However_many_want_it_one_thread_does_it()
    {
        var others = Enumerable.Range(0, 8).Select(_ => new object()).ToList();
        Start();
        Race.Run(8, i =>
        {
            BackgroundSync.Start(Location, "TWENTY", Options(), others[i]);
            BackgroundSync.Start(new StoreLocation(Path.Combine(device.Folder, ".", "progress.db")), "twenty", Options(), others[i]);
        });
        clock.Settle();
        for (var i = 0; i < 3; i++)
        {
            device.Did("Ana", "referral_generated");
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(450, world.RemoteXp("Ana"));
        Assert.Single(threads);
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads.Keys);
        foreach (var other in others.Append(holder))
        {
            Assert.True(BackgroundSync.IsRunning(Location, "twenty"));
            BackgroundSync.Release(other);
        }

        Assert.False(BackgroundSync.IsRunning(Location, "twenty"));
    }

    [Fact]
    public void Who_lets_go_twice_counts_once()
    {
        var other = new object();
        Start();
        BackgroundSync.Start(Location, "twenty", Options(), other);
        BackgroundSync.Release(other);
        BackgroundSync.Release(other);
        Assert.True(BackgroundSync.IsRunning(Location, "twenty"));
    }

    [Fact]
    public void The_last_who_lets_go_has_sent_what_waits()
    {
        Start();
        device.Did("Ana", "referral_generated");
        BackgroundSync.Release(holder);
        Assert.Equal(150, world.RemoteXp("Ana"));
        Assert.False(BackgroundSync.IsRunning(Location, "twenty"));
    }

    [Fact]
    public void It_can_be_begun_again()
    {
        Start();
        BackgroundSync.Release(holder);
        Start();
        device.Did("Ana", "referral_generated");
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void Disconnected_it_ends_whoever_wants_it()
    {
        Start();
        BackgroundSync.Start(Location, "twenty", Options(), new object());
        BackgroundSync.Stop(Location, "twenty");
        Assert.False(BackgroundSync.IsRunning(Location, "twenty"));
    }

    [Fact]
    public void A_connection_that_was_removed_by_another_process_ends_it()
    {
        Start();
        CrmConnections.Remove(device.Store, "twenty");
        BackgroundSync.Signal(Location);
        Assert.True(SpinWait.SpinUntil(() => !BackgroundSync.IsRunning(Location, "twenty"), TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_request_that_hangs_is_cut_off_within_three_seconds()
    {
        using var network = new HangingNetwork();
        Start(network.Host(world.Host));
        device.Did("Ana", "referral_generated");
        clock.Advance(TimeSpan.FromSeconds(2), settle: false);
        network.AwaitRequest();

        var ending = Task.Run(() => BackgroundSync.Release(holder));
        // The request's own limit, sending's and that of the end.
        clock.AwaitAlarms(3);
        clock.Advance(TimeSpan.FromSeconds(2.5), settle: false);

        await ending.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(network.WasCut);
        Assert.Null(SyncLease.Holder(device.Store, "twenty"));
        Assert.Equal("Pending", device.Progression("Ana").SyncState.ToString());
    }

    [Fact]
    public async Task What_cannot_be_cut_off_is_left_after_three_seconds()
    {
        using var network = new HangingNetwork { IsDeaf = true };
        Start(network.Host(world.Host));
        device.Did("Ana", "referral_generated");
        clock.Advance(TimeSpan.FromSeconds(2), settle: false);
        network.AwaitRequest();

        var ending = Task.Run(() => BackgroundSync.Release(holder));
        clock.AwaitAlarms(3);
        clock.Advance(TimeSpan.FromSeconds(3), settle: false);

        await ending.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.False(network.WasCut);
    }

    [Fact]
    public void Faults_are_told_once_when_they_begin_and_once_when_they_end()
    {
        Start();
        world.Twenty.Faults.Down = true;
        device.Did("Ana", "referral_generated");
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.StartsWith("twenty: ", Assert.Single(BackgroundSync.TakeMessages(Location)));
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(BackgroundSync.TakeMessages(Location));

        world.Twenty.Faults.Down = false;
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(["twenty: sync works again, and everything is sent."], BackgroundSync.TakeMessages(Location));
        Assert.Empty(BackgroundSync.TakeMessages(Location));
    }

    [Fact]
    public void Messages_of_one_store_are_not_told_at_another()
    {
        Start();
        world.Twenty.Faults.Down = true;
        device.Did("Ana", "referral_generated");
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(BackgroundSync.TakeMessages(new StoreLocation(Path.Combine(device.Folder, "other.db"))));
        Assert.Single(BackgroundSync.TakeMessages(Location));
    }

    [Fact]
    public void A_signal_where_nothing_runs_does_nothing() => BackgroundSync.Signal(Location);

    private void Start(SyncHost? host = null) => clock.Settle(() => BackgroundSync.Start(Location, "twenty", Options(host), holder));

    private void Signal() => clock.Settle(() => BackgroundSync.Signal(Location));

    private BackgroundOptions Options(SyncHost? host = null) => new() { Clock = clock, User = "tester", Host = host ?? world.Host };
}
