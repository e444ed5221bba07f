using Progress.Customers;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>Spec, chapter 50, "Airtable", and chapter 20: progress of customers here and there.</summary>
public sealed class CustomerSyncTests
{
    [Fact]
    public void What_is_recorded_here_is_there_under_the_names_of_the_seed()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        var done = device.Did("CUST_02", "Define Ideal Customer Profile (ICP)", notes: "Done with the tool");
        device.Synced();

        var there = world.Records.Single();
        Assert.Equal(done.SyncKey.ToString(), there["SyncKey"]!.GetValue<string>());
        Assert.Equal("completed", there["Status"]!.GetValue<string>());
        Assert.Equal("2026-09-30", there["Completed Date"]!.GetValue<string>());
        Assert.Equal(5, there["Competency Impact"]!.GetValue<int>());
        Assert.Equal("Done with the tool", there["Completion Notes"]!.GetValue<string>());
        Assert.Equal(world.Base.Records(CustomerWorld.Assets).Single()["id"]!.GetValue<string>(), there["Customer ID"]![0]!.GetValue<string>());
        Assert.Equal(0, device.Status.Pending);
    }

    [Fact]
    public void Codes_are_provisional_until_the_first_push_and_then_the_next_free_number()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        Assert.Equal("PROG_?1", device.Did("CUST_02", "First").ProgressId);
        Assert.Equal("PROG_?2", device.Did("CUST_02", "Second").ProgressId);
        device.Synced();
        Assert.Equal(["PROG_0001", "PROG_0002"], device.Tasks.Select(t => t.ProgressId));
    }

    [Fact]
    public void Codes_take_the_autonumber_that_a_person_added()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        world.Base.AddFieldByHand(CustomerWorld.Table, ByHandField.AutoNumber("Progress ID"));
        for (var i = 1; i <= 3; i++) world.Base.Remove(CustomerWorld.Table, world.Base.Add(CustomerWorld.Table, new Dictionary<string, object> { ["Task Name"] = $"Thrown away {i}" }));
        device.Did("CUST_02", "First");
        device.Synced();
        Assert.Equal("PROG_0004", device.Task("First").ProgressId);
    }

    [Fact]
    public void A_number_that_a_record_gave_up_for_the_remotes_is_not_given_again()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        for (var i = 1; i <= 3; i++) device.Did("CUST_02", $"Task {i}");
        device.Synced();
        world.Base.AddFieldByHand(CustomerWorld.Table, ByHandField.AutoNumber("Progress ID"));
        device.Sync(full: true);

        Assert.Equal(3, device.Tasks.Select(t => t.ProgressId).Distinct().Count());
        Assert.Equal(
            world.Base.Records(CustomerWorld.Table).ToDictionary(r => r["fields"]!["Task Name"]!.GetValue<string>(), r => $"PROG_{r["fields"]!["Progress ID"]!.GetValue<int>():D4}"),
            device.Tasks.ToDictionary(t => t.TaskName, t => t.ProgressId));
    }

    [Fact]
    public void A_second_device_shows_what_the_first_recorded()
    {
        using var world = new CustomerWorld(null, "CUST_02", "CUST_03");
        var (one, two) = (world.Device("one"), world.Device("two"));
        one.Did("CUST_02", "First");
        one.Did("CUST_03", "Second", "in_progress");
        one.Synced();
        two.Synced();

        Assert.Equal(Shown(one), Shown(two));
        Assert.Equal(CustomerProgresses.Get(one.Store).Select(p => p.TaskCompetencyGains), CustomerProgresses.Get(two.Store).Select(p => p.TaskCompetencyGains));
    }

    [Fact]
    public void What_a_person_makes_there_is_taken_in_and_gets_one_key_on_every_device()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var (one, two) = (world.Device("one"), world.Device("two"));
        one.Synced();
        var row = world.Base.Records(CustomerWorld.Assets).Single()["id"]!.GetValue<string>();
        world.Base.Add(CustomerWorld.Table, new Dictionary<string, object> { ["Task Name"] = "By hand", ["Customer ID"] = new[] { row }, ["Status"] = "in_progress" });
        one.Synced();
        two.Synced();

        Assert.Equal("in_progress", one.Task("By hand").Status);
        Assert.Equal(one.Task("By hand").SyncKey, two.Task("By hand").SyncKey);
        Assert.Equal(one.Task("By hand").SyncKey.ToString(), world.Cell("By hand", "SyncKey"));
        Assert.Single(world.Records);
    }

    [Fact]
    public void A_row_that_a_person_copied_there_is_a_record_of_its_own()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        var first = device.Did("CUST_02", "First");
        device.Synced();
        var copy = world.Records.Single().ToDictionary(f => f.Key, f => (object)f.Value!.DeepClone());
        copy["Task Name"] = "Copied";
        world.Base.Add(CustomerWorld.Table, copy);
        device.Synced();

        Assert.Equal(first.SyncKey, device.Task("First").SyncKey);
        Assert.NotEqual(first.SyncKey, device.Task("Copied").SyncKey);
        Assert.Equal(device.Task("Copied").SyncKey.ToString(), world.Cell("Copied", "SyncKey"));
    }

    [Fact]
    public void A_key_that_a_person_cleared_comes_back_and_nothing_is_doubled()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        var first = device.Did("CUST_02", "First");
        device.Synced();
        world.Edit("First", "SyncKey", null);
        device.Synced();
        device.Change("First", new TaskProgressUpdate { CompetencyImpact = 7 });
        device.Synced();

        Assert.Equal(first.SyncKey, device.Tasks.Single().SyncKey);
        Assert.Equal((first.SyncKey.ToString(), "7"), (world.Cell("First", "SyncKey"), world.Cell("First", "Competency Impact")));
    }

    [Fact]
    public void Customers_that_are_there_come_here_and_what_follows_from_their_progress_goes_there()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        world.Base.Edit(CustomerWorld.Assets, world.Base.Records(CustomerWorld.Assets).Single()["id"]!.GetValue<string>(), new Dictionary<string, object> { ["Current Milestone Category"] = "Key_Hires" });
        device.Synced();
        Assert.Equal("Key_Hires", CustomerDirectory.List(device.Store).Single().CurrentMilestone);

        device.Did("CUST_02", "First", impact: 8);
        CustomerDirectory.Set(device.Store, "CUST_02", new CustomerUpdate(CurrentMilestone: "User_Base"));
        device.Synced();

        var fields = world.Base.Records(CustomerWorld.Assets).Single()["fields"]!;
        Assert.Equal("User_Base", fields["Current Milestone Category"]!.GetValue<string>());
        Assert.Contains("\"general\":8", fields["Task Competency Gains"]!.GetValue<string>().Replace(" ", ""), StringComparison.Ordinal);
        Assert.Contains("completionVelocity", fields["Task Progress Analytics"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_without_a_row_waits_and_says_so_until_it_has_one()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        device.Did("CUST_99", "First");
        var result = device.Sync();
        Assert.Equal(SyncOutcome.Partly, result.Status);
        Assert.Contains("CUST_99", device.Status.Refusals.Select(r => r.Key));
        Assert.Contains("Customer Assets", device.Status.Refusals[0].Reason, StringComparison.Ordinal);
        Assert.Empty(world.Records);

        world.Base.Add(CustomerWorld.Assets, new Dictionary<string, object> { ["Customer ID"] = "CUST_99" });
        device.Synced();
        Assert.Equal("First", world.Records.Single()["Task Name"]!.GetValue<string>());
    }

    [Fact]
    public void A_customer_without_a_row_gets_one_where_the_setting_says_so()
    {
        using var world = new CustomerWorld();
        var device = world.Device("one");
        device.Set("airtable.createCustomers", "true");
        device.Did("CUST_99", "First");
        device.Synced();
        Assert.Equal("CUST_99", world.Base.Records(CustomerWorld.Assets).Single()["fields"]!["Customer ID"]!.GetValue<string>());
        Assert.Single(world.Records);
    }

    [Fact]
    public void A_record_that_nobody_here_is_the_customer_of_waits_for_its_customer()
    {
        using var world = new CustomerWorld();
        var device = world.Device("one");
        var row = world.Base.Add(CustomerWorld.Assets, new Dictionary<string, object>());
        world.Base.Add(CustomerWorld.Table, new Dictionary<string, object> { ["Task Name"] = "By hand", ["Customer ID"] = new[] { row } });
        Assert.Contains(device.Sync().Messages, m => m.Contains("no customer that is known here", StringComparison.Ordinal));
        Assert.Empty(device.Tasks);

        world.Base.Edit(CustomerWorld.Assets, row, new Dictionary<string, object> { ["Customer ID"] = "CUST_05" });
        device.Synced();
        Assert.Equal("CUST_05", device.Task("By hand").CustomerId);
    }

    [Fact]
    public void With_Airtable_down_progress_is_recorded_and_the_status_says_what_waits()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        device.Synced();
        world.Airtable.Faults.Down = true;
        device.Did("CUST_02", "First");
        Assert.Equal(SyncOutcome.Failed, device.Sync().Status);

        Assert.Equal("First", device.Task("First").TaskName);
        Assert.Equal(CrmSyncState.Problem, device.Status.State);
        Assert.True(device.Status.Pending > 0);
        Assert.NotNull(device.Status.ErrorSince);
    }

    [Fact]
    public void The_token_is_kept_nowhere()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        device.Did("CUST_02", "First");
        var told = device.Sync().Messages.ToList();
        world.Airtable.RevokeToken(CustomerWorld.Token);
        device.Did("CUST_02", "Second");
        told.AddRange(device.Sync().Messages);
        told.Add($"{device.Status} {string.Join('\n', world.Trace)} {world.Airtable.Journal.Text}");

        Assert.Contains(told, t => t.Contains("key", StringComparison.OrdinalIgnoreCase) || t.Contains("token", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(told, t => t.Contains(CustomerWorld.Token, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(device.Folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(CustomerWorld.Token, ReadShared(file), StringComparison.Ordinal);

        static string ReadShared(string file)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }
    }

    private static List<(string, string, string, DateOnly?)> Shown(CustomerDevice device) =>
        [.. device.Tasks.Select(t => (t.CustomerId, t.TaskName, t.Status, t.CompletedDate)).OrderBy(t => t.Item2)];
}
