using Progress.Doubles;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50, Connections: the background sync, as one connection's loop.</summary>
public sealed class SyncLoopTests : IDisposable
{
    private readonly SyncWorld world = new SyncWorld().Members("Ana", "Ben");
    private readonly SyncDevice device;
    private readonly LoopDrive drive;

    public SyncLoopTests()
    {
        device = world.Device("one").Prepare();
        device.Synced();
        drive = new LoopDrive(world, device);
        world.Trace.Clear();
    }

    public void Dispose()
    {
        drive.Dispose();
        world.Dispose();
    }

    [Fact]
    public void Without_changes_nothing_is_asked_for_five_minutes()
    {
        drive.Run(TimeSpan.FromMinutes(4.5));
        Assert.Empty(drive.Passes);
        Assert.Empty(world.Trace);
    }

    [Fact]
    public void Everything_is_exchanged_every_five_minutes()
    {
        drive.Run(TimeSpan.FromMinutes(61));
        Assert.Equal(12, drive.Passes.Count);
        Assert.All(drive.Passes, p => Assert.Equal((SyncDirection.Both, SyncOutcome.Done), (p.Result.Direction, p.Result.Status)));
    }

    [Fact]
    public void What_is_there_arrives_here_with_the_next_exchange()
    {
        world.Note("Ana", "Call - CONTACT | 0:40 | Zoe", "2026-09-30T11:59:00");
        drive.Run(TimeSpan.FromMinutes(5.5));
        Assert.Equal(1, Assert.Single(drive.Passes).Result.CallNotes);
        Assert.Equal(32, device.Xp("Ana"));
        Assert.Equal(32, world.RemoteXp("Ana"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1.0)]
    [InlineData(1.9)]
    public void What_is_entered_is_sent_two_seconds_after_the_first_change_at_the_latest_and_is_there_within_five(double phase)
    {
        drive.Run(TimeSpan.FromSeconds(20 + phase));
        var entered = world.Clock.GetUtcNow();
        device.Did("Ana", "referral_generated");
        // Others follow; they do not put it off.
        drive.Run(TimeSpan.FromSeconds(2), () => device.Did("Ben", "email_sent"));

        Assert.InRange(Assert.Single(drive.Passes.Take(1)).At - entered, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(SyncDirection.Push, drive.Passes[0].Result.Direction);
        Assert.Equal(150, world.RemoteXp("Ana"));
        Assert.InRange(world.Clock.GetUtcNow() - entered, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Changes_that_come_together_go_together()
    {
        for (var i = 0; i < 20; i++) device.Did(i % 2 == 0 ? "Ana" : "Ben", "email_sent");
        drive.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(2, Assert.Single(drive.Passes).Result is var result ? result.Pushed + result.Created : 0);
        Assert.Equal(0, drive.Passes[0].Result.Pending);
    }

    [Fact]
    public void What_another_process_exchanged_is_not_asked_for_again()
    {
        using var other = new LoopDrive(world, device);
        var passes = 0;
        for (var i = 0; i < 60; i++)
        {
            passes += drive.Run(TimeSpan.FromSeconds(30)).Passes.Count;
            passes += other.Run(TimeSpan.FromSeconds(30)).Passes.Count;
        }

        Assert.InRange(passes, 11, 12);
    }

    [Fact]
    public void A_remote_that_is_down_is_tried_less_and_less_often_and_nothing_is_lost()
    {
        world.Twenty.Faults.Down = true;
        device.Did("Ana", "referral_generated");
        drive.Run(TimeSpan.FromHours(1));

        Assert.All(drive.Passes, p => Assert.Equal((SyncOutcome.Failed, 1), (p.Result.Status, p.Result.Pending)));
        var gaps = drive.Passes.Zip(drive.Passes.Skip(1), (a, b) => (b.At - a.Result.EndedAt).TotalSeconds).ToList();
        double[] expected = [5, 10, 20, 40, 80, 160, 300];
        // A fifth less by chance, and up to two seconds more until it looks again.
        foreach (var (gap, most) in gaps.Zip(expected)) Assert.InRange(gap, (most * 0.8) - 0.01, most + 2.01);
        Assert.All(gaps.Skip(6), gap => Assert.InRange(gap, 239, 302.01));

        world.Twenty.Faults.Down = false;
        drive.Run(TimeSpan.FromMinutes(5.1));
        Assert.Equal(150, world.RemoteXp("Ana"));
        device.Did("Ana", "referral_generated");
        drive.Run(TimeSpan.FromSeconds(2.1));
        Assert.Equal(300, world.RemoteXp("Ana"));
    }

    [Fact]
    public void Where_another_process_got_through_this_one_does_not_wait_on()
    {
        world.Twenty.Faults.Down = true;
        device.Did("Ana", "referral_generated");
        drive.Run(TimeSpan.FromMinutes(20));
        world.Twenty.Faults.Down = false;
        device.Synced();
        device.Did("Ana", "referral_generated");

        drive.Run(TimeSpan.FromSeconds(3.1));

        Assert.Equal(300, world.RemoteXp("Ana"));
    }

    [Fact]
    public void A_connection_made_anew_is_tried_at_once()
    {
        world.Twenty.Faults.Down = true;
        device.Did("Ana", "referral_generated");
        drive.Run(TimeSpan.FromMinutes(20));
        world.Twenty.Faults.Down = false;
        drive.Forgive();
        Assert.Equal(SyncOutcome.Done, drive.RunToPass(TimeSpan.FromSeconds(2)).Status);
    }

    [Fact]
    public void Paused_sync_asks_nothing_and_goes_on_within_seconds()
    {
        device.Set("sync.paused", "true");
        device.Did("Ana", "referral_generated");
        drive.Run(TimeSpan.FromMinutes(30));
        Assert.Equal(SyncOutcome.Paused, Assert.Single(drive.Passes).Result.Status);
        Assert.Empty(world.Trace);

        device.Set("sync.paused", "false");
        Assert.Equal(SyncOutcome.Done, drive.RunToPass(TimeSpan.FromSeconds(2)).Status);
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void While_another_syncs_it_waits_its_turn()
    {
        device.Did("Ana", "referral_generated");
        using (SyncLease.TryTake(device.Store, "twenty", "Invoke-CrmSync of ben"))
        {
            drive.Run(TimeSpan.FromSeconds(50));
            Assert.Empty(drive.Passes);
            Assert.Empty(world.Trace);
        }

        Assert.Equal(SyncOutcome.Done, drive.RunToPass(TimeSpan.FromSeconds(2)).Status);
    }

    [Fact]
    public void Settings_that_cannot_be_read_stop_nothing_for_good()
    {
        var file = Path.Combine(device.Folder, "progress.settings.json");
        var good = File.ReadAllText(file);
        File.WriteAllText(file, "{");
        device.Did("Ana", "referral_generated");
        Assert.Equal(SyncOutcome.Failed, drive.RunToPass(TimeSpan.FromSeconds(5)).Status);
        drive.Run(TimeSpan.FromMinutes(10));
        Assert.InRange(drive.Passes.Count, 1, 8);

        File.WriteAllText(file, good);
        drive.Run(TimeSpan.FromMinutes(5.1));
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void A_network_that_does_what_no_network_may_stops_nothing_for_good()
    {
        world.OnRequest = () => throw new InvalidOperationException("the double stumbled");
        device.Did("Ana", "referral_generated");
        var failed = drive.RunToPass(TimeSpan.FromSeconds(5));
        Assert.Equal(SyncOutcome.Failed, failed.Status);
        Assert.Contains("the double stumbled", Assert.Single(failed.Messages));

        world.OnRequest = () => { };
        drive.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void What_the_remote_has_no_place_for_waits_without_being_tried_all_the_time()
    {
        using var bare = new SyncWorld().Members("Ana");
        var other = bare.Device("one");
        other.Sync();
        using var loop = new LoopDrive(bare, other);
        other.Did("Ana", "referral_generated");
        loop.Run(TimeSpan.FromHours(1));

        // Seven tries with longer and longer waits, then one with each exchange and one between.
        Assert.InRange(loop.Passes.Count, 12, 32);
        other.Prepare();
        loop.Run(TimeSpan.FromMinutes(5.1));
        Assert.Equal(150, bare.RemoteXp("Ana"));
    }

    [Fact]
    public void What_is_entered_while_a_pass_leaves_things_behind_goes_within_two_seconds_after_it()
    {
        using var bare = new SyncWorld().Members("Ana");
        var other = bare.Device("one");
        other.Sync();
        using var loop = new LoopDrive(bare, other);
        other.Did("Ana", "referral_generated");
        loop.Run(TimeSpan.FromMinutes(12));
        bare.OnRequest = () =>
        {
            // The pass has learnt that there is no place for it.
            if (!bare.Trace[^1].Contains("workspaceMembers")) return;
            bare.OnRequest = () => { };
            bare.Device("two").Prepare();
            other.Did("Ana", "referral_generated");
        };
        while (loop.RunToPass(TimeSpan.FromMinutes(6)).Direction == SyncDirection.Push) { }

        Assert.Equal(SyncOutcome.Done, loop.RunToPass(TimeSpan.FromSeconds(2)).Status);
        Assert.Equal(300, bare.RemoteXp("Ana"));
    }

    [Fact]
    public void A_connection_that_was_removed_ends_it()
    {
        CrmConnections.Remove(device.Store, "twenty");
        drive.Run(TimeSpan.FromSeconds(3));
        Assert.True(drive.IsOver);
        Assert.Empty(drive.Passes);
    }

    [Fact]
    public void The_key_is_taken_as_it_is_at_each_pass()
    {
        var key = "revoked";
        using var loop = new LoopDrive(world, device, new SyncRequest { Host = world.Host with { Variable = _ => key } });
        device.Did("Ana", "referral_generated");
        Assert.Equal(SyncOutcome.Failed, loop.RunToPass(TimeSpan.FromSeconds(2)).Status);
        key = SyncWorld.Secret;
        Assert.Equal(SyncOutcome.Done, loop.RunToPass(TimeSpan.FromSeconds(10)).Status);
    }

    [Fact]
    public void A_clock_that_was_set_back_delays_nothing()
    {
        world.Clock.Advance(TimeSpan.FromDays(3));
        device.Synced();
        device.Did("Ana", "referral_generated");
        var back = new LeapingClock("2026-09-30T12:00:00Z");
        using var end = new LastMoments(back);
        using var loop = new SyncLoop(
            device.Store.Location, device.Store.Options with { Clock = back }, new SyncRequest { Connection = "twenty", Host = world.Host });

        Assert.Equal((SyncDirection.Both, SyncOutcome.Done), loop.Step(end) is { } pass ? (pass.Direction, pass.Status) : default);
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void At_the_end_what_waits_is_sent()
    {
        device.Did("Ana", "referral_generated");
        drive.End.Begin();
        Assert.Equal((SyncDirection.Push, SyncOutcome.Done), drive.Finish() is { } pass ? (pass.Direction, pass.Status) : default);
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void At_the_end_nothing_is_asked_where_nothing_waits()
    {
        drive.End.Begin();
        Assert.Null(drive.Finish());
        Assert.Empty(world.Trace);
    }

    [Fact]
    public void At_the_end_a_remote_that_just_failed_is_not_tried_again()
    {
        world.Twenty.Faults.Down = true;
        device.Did("Ana", "referral_generated");
        drive.RunToPass(TimeSpan.FromSeconds(2));
        world.Trace.Clear();
        drive.End.Begin();
        Assert.Null(drive.Finish());
        Assert.Empty(world.Trace);
        Assert.Equal("Pending", device.Progression("Ana").SyncState.ToString());
    }

    [Fact]
    public void At_the_end_sending_takes_less_than_three_seconds()
    {
        device.Did("Ana", "referral_generated");
        world.Twenty.Faults.Sometimes(1, Fault.Delay(TimeSpan.FromSeconds(1)));
        var began = world.Clock.GetUtcNow();
        drive.End.Begin();
        Assert.Null(drive.Finish());
        Assert.InRange(world.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
        Assert.Null(SyncLease.Holder(device.Store, "twenty"));

        world.Twenty.Faults.Clear();
        device.Synced();
        Assert.Equal(150, world.RemoteXp("Ana"));
    }

    [Fact]
    public void At_the_end_an_exchange_under_way_is_cut_off_and_what_waits_is_sent()
    {
        world.OnRequest = () =>
        {
            world.OnRequest = () => { };
            device.Did("Ana", "referral_generated");
            drive.End.Begin();
        };
        drive.Run(TimeSpan.FromMinutes(6));
        Assert.Empty(drive.Passes);
        Assert.Equal(0, world.RemoteXp("Ana"));

        Assert.Equal(SyncOutcome.Done, drive.Finish()?.Status);
        Assert.Equal(150, world.RemoteXp("Ana"));
    }
}
