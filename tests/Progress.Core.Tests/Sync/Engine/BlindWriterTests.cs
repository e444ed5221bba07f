using System.Collections.Concurrent;
using Progress.Doubles;
using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>
/// Spec, chapter 50: beside a writer that overwrites without looking nobody can be exact; no shown total falls, and what can be seen is
/// reported, and put back only where somebody decides so.
/// </summary>
public sealed class BlindWriterTests
{
    /// <summary>One history again: the seed that a failure names.</summary>
    private static readonly int? Only = int.TryParse(Environment.GetEnvironmentVariable("PROGRESS_SEED"), out var seed) ? seed : null;

    [Fact]
    public void No_shown_total_falls_and_what_is_lost_is_reported()
    {
        var failures = new ConcurrentDictionary<int, string>();
        var seeds = Only is { } seed ? [seed] : Enumerable.Range(1, Runs.Of(60, 5_000));
        Parallel.ForEach(seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, s =>
        {
            using var history = new BlindHistory(s);
            try
            {
                history.Run();
            }
            catch (Exception fault)
            {
                failures[s] = $"{fault.Message}\n{fault.StackTrace}\n{history}";
            }
        });
        if (failures.IsEmpty) return;
        var first = failures.MinBy(f => f.Key);
        Assert.Fail($"{failures.Count} histories failed: {string.Join(", ", failures.Keys.Order())}. PROGRESS_SEED={first.Key} repeats the first:\n{first.Value}");
    }

    [Theory]
    [InlineData(ConflictSide.Local, 1_000)]
    [InlineData(ConflictSide.Remote, 710)]
    public void Both_devices_that_saw_it_may_decide_and_it_is_put_back_once(ConflictSide use, long total)
    {
        using var world = new SyncWorld().Members("Ana");
        var (one, two) = Overwritten(world);

        foreach (var device in new[] { one, two })
            foreach (var conflict in CrmConflicts.List(device.Store)) CrmResolution.Resolve(device.Store, conflict.Id, use);
        foreach (var device in new[] { one, two, one, two }) device.Synced();

        Assert.Equal((total, total, total), (world.RemoteXp("Ana"), one.Xp("Ana"), two.Xp("Ana")));
        Assert.Empty(CrmConflicts.List(one.Store));
        Assert.Empty(CrmConflicts.List(two.Store));
    }

    [Fact]
    public void What_one_device_puts_back_the_other_shows_and_puts_back_no_more()
    {
        using var world = new SyncWorld().Members("Ana");
        var (one, two) = Overwritten(world);

        CrmResolution.Resolve(one.Store, CrmConflicts.List(one.Store).Single().Id, ConflictSide.Local);
        foreach (var device in new[] { one, two }) device.Synced();
        Assert.Equal((1_000, 1_000, 1_000), (world.RemoteXp("Ana"), one.Xp("Ana"), two.Xp("Ana")));

        // The other had seen it, too, and decides late.
        foreach (var conflict in CrmConflicts.List(two.Store)) CrmResolution.Resolve(two.Store, conflict.Id, ConflictSide.Local);
        foreach (var device in new[] { two, one }) device.Synced();
        Assert.Equal((1_000, 1_000, 1_000), (world.RemoteXp("Ana"), one.Xp("Ana"), two.Xp("Ana")));
    }

    [Fact]
    public void Without_a_decision_nothing_is_put_back()
    {
        using var world = new SyncWorld().Members("Ana");
        var (one, two) = Overwritten(world);
        one.Did("Ana", "referral_generated");

        foreach (var device in new[] { one, two, one, two }) device.Synced();

        Assert.Equal(710 + 150, world.RemoteXp("Ana"));
        Assert.Equal((1_150, 1_150), (one.Xp("Ana"), two.Xp("Ana")));
    }

    [Fact]
    public void A_conflict_shows_what_we_had_and_what_is_there_also_when_it_happens_again()
    {
        using var world = new SyncWorld().Members("Ana");
        var (one, _) = Overwritten(world);
        AssertReported(one, 290);

        world.Twenty.OtherWriter.OverwriteXp(SyncWorld.Id("Ana"), 610);
        one.Synced();

        Assert.Equal(1_000, one.Xp("Ana"));
        AssertReported(one, 390);
    }

    /// <summary>700 XP of others and 300 of ours; a writer that had read 700 writes 710 over them.</summary>
    private static (SyncDevice One, SyncDevice Two) Overwritten(SyncWorld world)
    {
        var (one, two) = (world.Device("one").Prepare(), world.Device("two"));
        one.Synced();
        one.Did("Ana", "email_sent", 10);
        one.Synced();
        var ours = world.RemoteXp("Ana");
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 700 - ours);
        two.Synced();
        var read = world.Twenty.OtherWriter.ReadXp(SyncWorld.Id("Ana"));
        Assert.Equal(700, read);
        one.Did("Ana", "referral_generated", 2);
        one.Synced();
        two.Synced();
        Assert.Equal((1_000, 1_000), (one.Xp("Ana"), two.Xp("Ana")));
        world.Twenty.OtherWriter.OverwriteXp(SyncWorld.Id("Ana"), read + 10);
        one.Synced();
        two.Synced();
        Assert.Equal((1_000, 1_000, 710), (one.Xp("Ana"), two.Xp("Ana"), world.RemoteXp("Ana")));
        return (one, two);
    }

    private static void AssertReported(SyncDevice device, long lost)
    {
        var conflict = Assert.Single(CrmConflicts.List(device.Store));
        Assert.Equal((ConflictKind.Lowered, "totalXp"), (conflict.Kind, conflict.Field));
        Assert.Equal(lost, long.Parse(conflict.Local!) - long.Parse(conflict.Remote!));
        Assert.NotNull(conflict.NextStep);
    }
}
