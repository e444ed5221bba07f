using Progress.Customers;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>Spec, chapter 50: two people edit the same record, and records that are deleted there.</summary>
public sealed class CustomerConflictTests : IDisposable
{
    private readonly CustomerWorld world = new(null, "CUST_02");
    private readonly CustomerDevice device;

    public CustomerConflictTests()
    {
        device = world.Device("one");
        device.Did("CUST_02", "First", impact: 5, notes: "As begun");
        device.Synced();
    }

    [Fact]
    public void Of_different_fields_that_two_people_changed_both_hold()
    {
        device.Change("First", new TaskProgressUpdate { CompetencyImpact = 7 });
        world.Edit("First", "Priority Level", "high");
        device.Synced();

        Assert.Equal((7, "high"), (device.Task("First").CompetencyImpact, device.Task("First").PriorityLevel));
        Assert.Equal(("7", "high"), (world.Cell("First", "Competency Impact"), world.Cell("First", "Priority Level")));
        Assert.Empty(device.Conflicts);
    }

    [Fact]
    public void Of_one_field_that_two_people_changed_theirs_holds_and_ours_is_in_the_conflicts()
    {
        device.Change("First", new TaskProgressUpdate { CompetencyImpact = 7 });
        world.Edit("First", "Competency Impact", 3);
        device.Sync();

        Assert.Equal((3, "3"), (device.Task("First").CompetencyImpact, world.Cell("First", "Competency Impact")));
        var conflict = device.Conflicts.Single();
        Assert.Equal(("Competency Impact", "7", "3", "First"), (conflict.Field, conflict.Local, conflict.Remote, conflict.Name));
    }

    [Theory]
    [InlineData(ConflictSide.Local, 7)]
    [InlineData(ConflictSide.Remote, 3)]
    public void A_conflict_is_resolved_with_the_side_that_is_named(ConflictSide use, int impact)
    {
        device.Change("First", new TaskProgressUpdate { CompetencyImpact = 7 });
        world.Edit("First", "Competency Impact", 3);
        device.Sync();
        CrmResolution.Resolve(device.Store, device.Conflicts.Single().Id, use);
        device.Synced();

        Assert.Equal((impact, $"{impact}"), (device.Task("First").CompetencyImpact, world.Cell("First", "Competency Impact")));
        Assert.Empty(device.Conflicts);
    }

    [Fact]
    public void Notes_that_two_people_changed_are_kept_both()
    {
        device.Change("First", new TaskProgressUpdate { CompletionNotes = "Ours" });
        world.Edit("First", "Completion Notes", "Theirs");
        device.Synced();
        device.Synced();

        Assert.Equal(world.Cell("First", "Completion Notes"), device.Task("First").CompletionNotes);
        Assert.Equal("Theirs\n\ntester, 2026-09-30:\nOurs", device.Task("First").CompletionNotes);
    }

    [Fact]
    public void A_value_that_is_not_allowed_here_is_named_and_overwritten_on_neither_side()
    {
        world.Edit("First", "Status", "paused");
        Assert.Contains(device.Sync().Messages, m => m.Contains("paused", StringComparison.Ordinal));
        device.Change("First", new TaskProgressUpdate { CompetencyImpact = 7 });
        device.Sync();

        Assert.Equal(("completed", "paused"), (device.Task("First").Status, world.Cell("First", "Status")));
        Assert.Equal("7", world.Cell("First", "Competency Impact"));
    }

    [Fact]
    public void A_record_that_was_deleted_there_leaves_the_figures()
    {
        world.Base.Remove(CustomerWorld.Table, world.Id("First"));
        world.Clock.Advance(TimeSpan.FromDays(1));
        device.Sync();

        Assert.Empty(device.Tasks);
        Assert.Equal(0, CustomerProgresses.Get(device.Store).Single().CompletedTasks);
        Assert.Empty(world.Records);
    }

    [Fact]
    public void A_record_that_was_deleted_there_and_changed_here_is_written_again()
    {
        world.Base.Remove(CustomerWorld.Table, world.Id("First"));
        device.Change("First", new TaskProgressUpdate { CompetencyImpact = 7 });
        device.Synced();

        Assert.Equal("7", world.Cell("First", "Competency Impact"));
        Assert.Single(device.Tasks);
    }

    [Fact]
    public void More_than_a_tenth_deleted_at_once_stops_and_asks()
    {
        for (var i = 0; i < 30; i++) device.Did("CUST_02", $"Task {i}");
        device.Synced();
        for (var i = 0; i < 20; i++) world.Base.Remove(CustomerWorld.Table, world.Id($"Task {i}"));
        world.Clock.Advance(TimeSpan.FromDays(1));

        var asked = device.Sync();
        Assert.Equal(SyncOutcome.Partly, asked.Status);
        Assert.Equal("RecordsRemoved", device.Status.ErrorId);
        Assert.Equal(31, device.Tasks.Count);

        device.Sync(full: true, force: true);
        Assert.Equal(11, device.Tasks.Count);
    }

    [Fact]
    public void A_refused_record_is_set_aside_and_the_rest_of_its_batch_goes_on()
    {
        world.Airtable.Switches = world.Airtable.Switches with { MaxCellLength = 1_000 };
        for (var i = 0; i < 12; i++) device.Did("CUST_02", $"Task {i}", notes: i == 4 ? new string('x', 2_000) : null);
        var result = device.Sync();

        Assert.Equal((SyncOutcome.Partly, 1), (result.Status, device.Status.Refused));
        Assert.Equal("Task 4", device.Status.Refusals.Single().Name);
        Assert.Equal(12, world.Records.Count);
        Assert.Equal(0, device.Status.Pending);
    }

    [Fact]
    public void A_restored_store_overwrites_nothing_that_was_changed_there_since()
    {
        var copy = Path.Combine(device.Folder, "copy.db");
        StoreBackup.Backup(device.Store, copy);
        device.Did("CUST_02", "Second", impact: 2);
        device.Synced();
        world.Edit("Second", "Competency Impact", 9);
        StoreBackup.Restore(device.Store, copy);
        device.Restart();
        device.Synced();

        Assert.Equal(9, device.Task("Second").CompetencyImpact);
        Assert.Equal(2, world.Records.Count);
    }

    public void Dispose() => world.Dispose();
}
