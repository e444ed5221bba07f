using Progress.Doubles;
using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Issue 3: with the server down for a whole working day every local command works; on return one sync delivers everything in the fewest calls.</summary>
public sealed class OfflineTests : IDisposable
{
    private const int Batch = 60;

    private static readonly string[] Reps = [.. Enumerable.Range(0, 130).Select(i => $"Rep{i:000}")];
    private readonly SyncWorld world = new SyncWorld().Members(Reps);
    private readonly SyncDevice device;

    public OfflineTests()
    {
        device = world.Device("one").Prepare();
        device.Synced();
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public void A_working_day_without_the_server_is_like_any_other()
    {
        foreach (var rep in Reps.Take(65)) device.Did(rep, "referral_generated");
        device.Synced();
        world.Clock.Advance(TimeSpan.FromHours(20));
        var before = CrmSyncStatuses.Get(device.Store, world.Host).Single();
        world.Twenty.Faults.Down = true;

        var (first, failed) = Work();

        var status = CrmSyncStatuses.Get(device.Store, world.Host).Single();
        Assert.Equal((Reps.Length, 0, CrmSyncState.Problem), (status.Pending, status.Refused, status.State));
        Assert.Equal(first, OutboxTable.Since(device.Store, EntityNames.RepProgression));
        Assert.Equal(("Unreachable", failed), (status.ErrorId, status.ErrorSince));
        Assert.Contains("cannot be reached", status.Error);
        Assert.NotNull(status.NextStep);
        Assert.Equal((before.LastPush, before.LastPull), (status.LastPush, status.LastPull));
        Assert.All(CrmSyncLog.Read(device.Store, "twenty").Take(9), pass => Assert.Equal((SyncOutcome.Failed, 2), (pass.Status, pass.ExitCode)));
        device.AssertSound();
    }

    [Fact]
    public void On_return_one_sync_delivers_everything_in_the_fewest_calls()
    {
        foreach (var rep in Reps.Take(65)) device.Did(rep, "referral_generated");
        device.Synced();
        world.Clock.Advance(TimeSpan.FromHours(20));
        world.Twenty.Faults.Down = true;
        Work();
        var shown = Reps.ToDictionary(r => r, device.Xp);
        world.Twenty.Faults.Down = false;
        world.Twenty.Journal.Clear();
        var plan = CrmSync.Plan(device.Store, new SyncRequest { Direction = SyncDirection.Push, Host = world.Host }).Select(s => s.Calls);

        var result = device.Synced();

        var entries = world.Twenty.Journal.Entries;
        var reads = entries.Count(e => e.Method == "GET" && e.Path == "/rest/repProgressions" && Uri.UnescapeDataString(e.Query).Contains("workspaceMemberId[in]"));
        var creates = entries.Count(e => e.Method == "POST" && e.Path.EndsWith("/repProgressions"));
        var changes = entries.Where(e => e.Method == "PATCH").ToList();
        var known = Reps.Length - 65;
        Assert.Equal((Calls(Reps.Length), Calls(known), 65), (reads, creates, changes.Count));
        Assert.Equal([reads, creates, changes.Count], plan);
        Assert.Equal(65, changes.Select(c => c.Query).Distinct().Count());
        Assert.Equal((known, 65, 0), (result.Created, result.Pushed, result.Pending));
        // The other calls: what is new there of members, notes (and those removed or renamed) and records.
        Assert.InRange(entries.Count - reads - creates - changes.Count, 4, 8);
        Assert.Equal(result.Calls, entries.Count(e => e.Fault is null));
        foreach (var rep in Reps) Assert.Equal((rep, shown[rep], shown[rep] - 2), (rep, device.Xp(rep), world.RemoteXp(rep)));
        Assert.Equal(Reps.Length, result.LocalOnlyCalls);
        Assert.Equal((CrmSyncState.Ok, null, 0), CrmSyncStatuses.Get(device.Store, world.Host).Single() is var s ? (s.State, s.Error, s.Pending) : default);
    }

    [Fact]
    public void A_second_sync_after_it_has_nothing_to_send()
    {
        foreach (var rep in Reps) device.Did(rep, "referral_generated");
        device.Synced();
        world.Twenty.Journal.Clear();

        var result = device.Synced();

        Assert.Equal((0, 0), (result.Pushed, result.Created));
        Assert.DoesNotContain(world.Twenty.Journal.Entries, e => e.Method != "GET");
    }

    [Fact]
    public void Records_that_others_made_do_not_break_up_the_batches()
    {
        var two = world.Device("two");
        two.Synced();
        for (var i = 0; i < Reps.Length; i += 2) device.Did(Reps[i], "email_sent");
        device.Synced();
        foreach (var rep in Reps) two.Did(rep, "email_sent");
        world.Twenty.Journal.Clear();

        two.Synced(SyncDirection.Push);

        // One for each read, at most: of 60 that are read some are there and some are not.
        Assert.InRange(world.Twenty.Journal.Entries.Count(e => e.Method == "POST"), Calls(65), Calls(Reps.Length));
        Assert.Equal(65, world.Twenty.Journal.Entries.Count(e => e.Method == "PATCH"));
        Assert.Equal((20, 10), (world.RemoteXp(Reps[0]), world.RemoteXp(Reps[1])));
    }

    /// <returns>When the first change was made, and the first sync failed.</returns>
    private (DateTime First, DateTime Failed) Work()
    {
        var (first, failed) = (default(DateTime), default(DateTime));
        for (var hour = 0; hour < 9; hour++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(30));
            var calls = world.Twenty.Journal.Entries.Count;
            if (hour == 0) first = world.Clock.GetUtcNow().UtcDateTime;
            LocalCommands(hour);
            Assert.Equal(calls, world.Twenty.Journal.Entries.Count);
            world.Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal((SyncOutcome.Failed, 0, 0), device.Sync() is var r ? (r.Status, r.Pushed, r.Created) : default);
            if (hour == 0) failed = CrmSyncStatuses.Get(device.Store, world.Host).Single().ErrorSince!.Value;
        }

        return (first, failed);
    }

    private void LocalCommands(int hour)
    {
        var now = IsoText.Utc(world.Clock.GetUtcNow().UtcDateTime);
        var some = Reps.Where((_, i) => i % 9 == hour).ToList();
        foreach (var rep in some) device.Did(rep, "referral_generated");
        foreach (var rep in some) device.Did(rep, "email_sent", 2);
        device.Achieved(some[0], AchievementKind.Module, "module_0", 0.9);
        RepActivities.Undo(device.Store, device.Did(some[1], "deal_closed").Id);
        var notes = some.Select((rep, i) => new SourceNote(i + 1, SyncWorld.Id($"call of {rep}").ToString(), "Call - NO_ANSWER | 0:31 | Zoe", now, now, SyncWorld.Id(rep).ToString()));
        Assert.Equal(some.Count, CallImport.FromNotes(device.Store, notes, new ImportOptions()).Imported);
        Assert.All(some, rep => Assert.True(device.Progression(rep).SyncState == Progress.Reps.SyncState.Pending));
        Assert.Equal(Reps.Length, RepLeaderboard.Get(device.Store).Count());
        Assert.NotEmpty(RepReports.Team(device.Store).Title);
        Assert.NotEmpty(CrmSync.Plan(device.Store, new SyncRequest { Host = world.Host }));
        Assert.NotEmpty(CrmSyncStatuses.Get(device.Store, world.Host));
    }

    private static int Calls(int records) => (records + Batch - 1) / Batch;
}
