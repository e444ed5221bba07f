using Progress.Doubles;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50: sync sends only fields that exist; without rev and syncState nothing additive is pushed, and pull works.</summary>
public sealed class SchemaFaultTests : IDisposable
{
    private readonly SyncWorld world = new SyncWorld().Members("Ana", "Ben");
    private readonly SyncDevice device;

    public SchemaFaultTests()
    {
        device = world.Device("one").Prepare();
        device.Synced();
        device.Did("Ana", "referral_generated");
        device.Synced();
    }

    private CrmSyncStatus Status => CrmSyncStatuses.Get(device.Store, world.Host).Single();

    public void Dispose() => world.Dispose();

    /// <summary>The schema is asked once a day: within it the field is gone before anybody knows.</summary>
    [Theory]
    [InlineData("rev", true)]
    [InlineData("rev", false)]
    [InlineData("syncState", true)]
    [InlineData("syncState", false)]
    public void Without_the_fields_that_keep_figures_apart_no_figure_is_sent(string field, bool isRemembered)
    {
        var two = world.Device("two");
        two.Synced();
        world.Twenty.DropField("repProgression", field);
        if (!isRemembered) world.Clock.Advance(TimeSpan.FromHours(25));
        device.Did("Ana", "referral_generated");
        device.Did("Ben", "referral_generated");

        var result = device.Sync();

        Assert.Equal((SyncOutcome.Partly, 150L, 0L), (result.Status, world.RemoteXp("Ana"), world.RemoteXp("Ben")));
        Assert.Contains(result.Messages, m => m.Contains(field, StringComparison.Ordinal));
        Assert.Equal(CrmSyncState.Problem, Status.State);
        Assert.NotNull(Status.NextStep);
        // An active day after an active day pays 10.
        var streak = isRemembered ? 0 : 10;
        Assert.Equal((300 + streak, 150), (device.Xp("Ana"), device.Xp("Ben")));
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 40);
        Assert.Equal("SchemaIncomplete", device.Sync() is { Status: SyncOutcome.Partly } ? Status.ErrorId : null);
        Assert.Equal(340 + streak, device.Xp("Ana"));

        Assert.True(CrmSchema.Initialize(device.Store, "twenty", world.Host).All(t => t.Passed));
        foreach (var one in new[] { device, two, device, two }) one.Sync();
        foreach (var one in new[] { device, two })
        {
            Assert.Equal((340 + streak, 150), (one.Xp("Ana"), one.Xp("Ben")));
            Assert.Equal(0, CrmSyncStatuses.Get(one.Store, world.Host).Single().Pending);
        }

        Assert.Equal((340 + streak, 150), (world.RemoteXp("Ana"), world.RemoteXp("Ben")));
        Assert.Null(Status.Error);
    }

    [Fact]
    public void A_state_that_another_program_wipes_is_known_until_it_is_there_again()
    {
        for (var i = 0; i < 3; i++)
        {
            world.Twenty.Put("repProgressions", RecordId.Of(SyncWorld.Id("Ana"), 0), new { syncState = (object?)null });
            world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 5);
            device.Synced(SyncDirection.Pull);
            device.Synced(SyncDirection.Pull);
            Assert.True(device.Xp("Ana") == 155 + (5 * i), device.Parts("Ana"));
        }

        device.Did("Ana", "referral_generated");
        device.Synced();
        var young = world.Device("young");
        young.Synced();
        Assert.Equal((315, 315, 315), (device.Xp("Ana"), young.Xp("Ana"), world.RemoteXp("Ana")));
        Assert.Empty(CrmConflicts.List(device.Store));
    }

    /// <summary>A copy of the store claimed more under our name: what was refused was never claimed under it, and goes under the new one.</summary>
    [Fact]
    public void What_was_refused_is_not_taken_for_acknowledged()
    {
        var (ana, id) = (RecordId.Of(SyncWorld.Id("Ana"), 0), StoreIdentity.Device(device.Store));
        device.Did("Ana", "referral_generated");
        var refusal = DoubleResponse.OfText(400, "application/json", """{"statusCode":400,"messages":["Invalid number value 'x'"]}""");
        world.Twenty.Faults.Sometimes(1, Fault.Instead(refusal), r => r.Method == "PATCH");
        Assert.Equal(1, device.Sync().Refused);
        world.Twenty.Faults.Clear();
        var state = world.Twenty.Record("repProgressions", ana)!["syncState"]!.AsObject();
        state["xp"]!["dev"]![id.ToString()] = 500;
        state["claimedXp"] = 500;
        world.Twenty.Put("repProgressions", ana, new { syncState = state, totalXp = 500 });

        for (var i = 0; i < 2; i++) device.Sync(full: true);

        Assert.NotEqual(id, StoreIdentity.Device(device.Store));
        Assert.Equal((650, 650), (device.Xp("Ana"), world.RemoteXp("Ana")));
    }

    [Fact]
    public void A_field_of_another_type_is_as_good_as_none_and_is_named_with_its_type()
    {
        world.Twenty.DropField("repProgression", "rev");
        world.Twenty.DefineField("repProgression", "rev", FieldType.TEXT);
        world.Clock.Advance(TimeSpan.FromHours(25));
        device.Did("Ana", "referral_generated");

        var result = device.Sync();

        Assert.Equal((SyncOutcome.Partly, "SchemaIncomplete", 150L), (result.Status, Status.ErrorId, world.RemoteXp("Ana")));
        Assert.Contains(result.Messages, m => m.Contains("rev (TEXT)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_a_set_the_rest_is_sent_and_what_is_left_out_is_told(bool isRemembered)
    {
        world.Twenty.DropField("repProgression", "badges");
        if (!isRemembered) world.Clock.Advance(TimeSpan.FromHours(25));
        device.Did("Ana", "deal_closed", 5);

        device.Sync();
        var result = device.Sync();

        Assert.Equal(SyncOutcome.Done, result.Status);
        Assert.Equal(device.Xp("Ana"), world.RemoteXp("Ana"));
        Assert.NotEmpty(device.Progression("Ana").Badges);
        if (!isRemembered) Assert.Contains(result.Messages, m => m.Contains("badges", StringComparison.Ordinal));
        Assert.Equal(0, Status.Pending);
    }

    [Fact]
    public void Without_the_object_everything_else_goes_on_and_the_next_step_creates_it()
    {
        using var bare = new SyncWorld().Members("Ana");
        var one = bare.Device("one");
        bare.Note("Ana", "Call - NO_ANSWER | 0:31 | Zoe", "2026-09-30T10:00:00");
        one.Sync();
        one.Did("Ana", "referral_generated");

        var result = one.Sync();

        var status = CrmSyncStatuses.Get(one.Store, bare.Host).Single();
        Assert.Equal((SyncOutcome.Partly, 1, "UnknownObject", 177L), (result.Status, status.Pending, status.ErrorId, one.Xp("Ana")));
        Assert.Contains("Initialize-CrmSchema", status.NextStep);
        one.Prepare();
        one.Synced();
        Assert.Equal(177, bare.RemoteXp("Ana"));
    }
}
