using Progress.Doubles;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Passes of which a part cannot be done: the rest goes on, and the status says what is wrong and since when.</summary>
public sealed class PartialPassTests : IDisposable
{
    private readonly SyncWorld world = new SyncWorld().Members("Ana");

    public void Dispose() => world.Dispose();

    [Fact]
    public void A_mapping_that_the_role_may_not_read_stops_alone_and_the_status_says_so()
    {
        var device = world.Device("one").Prepare();
        device.Synced();
        device.Did("Ana", "referral_generated");
        world.Twenty.AcceptKey(SyncWorld.Secret, Role.NoMembers);

        var result = device.Sync();
        var status = Status(device);

        Assert.Equal((SyncOutcome.Partly, 150), (result.Status, world.RemoteXp("Ana")));
        Assert.Equal((CrmSyncState.Problem, "Forbidden"), (status.State, status.ErrorId));
        Assert.StartsWith("members: Twenty at 127.0.0.1:4001 says that the key's role may not do this", status.Error);
        Assert.Contains("role", status.NextStep);
    }

    [Fact]
    public void A_problem_of_reading_lasts_through_passes_that_only_send_and_ends_with_one_that_reads()
    {
        var device = world.Device("one").Prepare();
        world.Twenty.AcceptKey(SyncWorld.Secret, Role.NoMembers);
        device.Sync();
        var since = Status(device).ErrorSince;
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        device.Sync(SyncDirection.Push);
        Assert.Equal(("Forbidden", since), (Status(device).ErrorId, Status(device).ErrorSince));
        world.Twenty.AcceptKey(SyncWorld.Secret, Role.Admin);
        device.Synced();
        Assert.Equal(CrmSyncState.Ok, Status(device).State);
    }

    [Fact]
    public void An_object_that_is_not_there_is_a_problem_until_it_is()
    {
        var device = world.Device("one");
        device.Sync();
        Assert.Equal((CrmSyncState.Problem, "UnknownObject"), (Status(device).State, Status(device).ErrorId));

        device.Prepare();

        Assert.NotEqual(CrmSyncState.Problem, Status(device).State);
    }

    private CrmSyncStatus Status(SyncDevice device) => CrmSyncStatuses.Get(device.Store, world.Host).Single();
}
