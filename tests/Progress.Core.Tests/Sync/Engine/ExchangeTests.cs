using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50: XP that adds up on every device.</summary>
public sealed class ExchangeTests : IDisposable
{
    private readonly SyncWorld world = new SyncWorld().Members("Ana", "Ben");

    public void Dispose() => world.Dispose();

    [Fact]
    public void An_activity_is_in_Twenty_after_a_sync()
    {
        var device = world.Device("one").Prepare();
        device.Synced();
        device.Did("Ana", "referral_generated");
        Assert.Equal(Progress.Reps.SyncState.Pending, device.Progression("Ana").SyncState);

        var result = device.Synced();

        Assert.Equal((1, 0), (result.Created, result.Pending));
        Assert.Equal(150, device.Xp("Ana"));
        Assert.Equal(150, world.RemoteXp("Ana"));
        Assert.Equal(Progress.Reps.SyncState.Synced, device.Progression("Ana").SyncState);
        device.AssertSound();
    }

    [Fact]
    public void A_new_store_shows_what_the_old_one_showed()
    {
        var old = world.Device("old").Prepare();
        old.Synced();
        for (var day = 20; day <= 30; day++) old.Did("Ana", "dial_made", 20, at: $"2026-09-{day}T09:00:00Z");
        old.Did("Ana", "deal_closed", 5);
        old.Achieved("Ana", AchievementKind.Module, "module_0", 0.9);
        old.Achieved("Ana", AchievementKind.Module, "module_1", 0.9);
        world.Note("Ana", "Call - APPOINTMENT | 3:00 | Zoe", "2026-09-29T10:00:00");
        old.Synced();
        var young = world.Device("young");
        young.Synced();

        var (a, b) = (old.Progression("Ana"), young.Progression("Ana"));
        Assert.Equal(
            (a.Name, a.TotalXp, a.Level, a.Rank, a.StreakDays, a.ClosedDeals, string.Join(",", a.Badges), string.Join(",", a.Modules)),
            (b.Name, b.TotalXp, b.Level, b.Rank, b.StreakDays, b.ClosedDeals, string.Join(",", b.Badges), string.Join(",", b.Modules)));
        Assert.Equal(world.RemoteXp("Ana"), b.TotalXp);
        Assert.Equal("E-2", b.Rank);
        Assert.Equal(11, b.StreakDays);
        young.AssertSound();
    }

    [Fact]
    public void Devices_add_up_and_what_both_read_counts_once()
    {
        var (one, two) = (world.Device("one").Prepare(), world.Device("two"));
        world.Note("Ana", "Call - CONTACT | 0:40 | Zoe", "2026-09-30T10:00:00");
        one.Synced();
        two.Synced();
        one.Did("Ana", "referral_generated", 2);
        two.Did("Ana", "referral_generated");
        foreach (var device in new[] { one, two, one, two }) device.Synced();

        // 2 + 5 of the call, 25 for the day's first dial, 300 and 150 of what was entered.
        Assert.Equal(482, world.RemoteXp("Ana"));
        Assert.Equal((482, 482), (one.Xp("Ana"), two.Xp("Ana")));
    }

    [Fact]
    public void What_another_writer_adds_stays()
    {
        var device = world.Device("one").Prepare();
        device.Synced();
        device.Did("Ana", "referral_generated", 2);
        device.Synced();
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 50, "dnc_certified");
        device.Did("Ana", "referral_generated", 2);

        device.Synced();

        Assert.Equal(650, world.RemoteXp("Ana"));
        Assert.Equal(650, device.Xp("Ana"));
        Assert.Contains("dnc_certified", device.Progression("Ana").Badges);
    }

    [Fact]
    public void A_blind_writer_makes_no_shown_total_fall_and_is_reported()
    {
        var device = world.Device("one").Prepare();
        device.Synced();
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 100);
        device.Synced();
        var read = world.Twenty.OtherWriter.ReadXp(SyncWorld.Id("Ana"));
        device.Did("Ana", "referral_generated", 2);
        device.Synced();
        Assert.Equal(400, device.Xp("Ana"));
        world.Twenty.OtherWriter.OverwriteXp(SyncWorld.Id("Ana"), read + 10);

        device.Synced();

        Assert.Equal(400, device.Xp("Ana"));
        var conflict = Assert.Single(CrmConflicts.List(device.Store));
        Assert.Equal(ConflictKind.Lowered, conflict.Kind);
        CrmResolution.Resolve(device.Store, conflict.Id, ConflictSide.Local);
        device.Synced();
        Assert.Equal((400, 400), (device.Xp("Ana"), world.RemoteXp("Ana")));
        Assert.Empty(CrmConflicts.List(device.Store));
    }

    [Fact]
    public void An_answer_that_is_lost_counts_nothing_twice()
    {
        var device = world.Device("one").Prepare();
        device.Synced();
        device.Did("Ana", "referral_generated", 2);
        world.Twenty.Faults.Next(Progress.Doubles.Fault.DropAfter, r => r.Method != "GET");
        device.Sync();
        device.Did("Ana", "referral_generated", 2);
        world.Twenty.Faults.Next(Progress.Doubles.Fault.DropAfter, r => r.Method != "GET");
        device.Sync();

        device.Synced();

        Assert.Equal((600, 600), (device.Xp("Ana"), world.RemoteXp("Ana")));
    }
}
