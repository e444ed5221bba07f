using System.Text.Json.Nodes;
using Progress.Customers;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>Issue: the backlog goes at the rate that Airtable permits, and lost answers leave neither doubles nor gaps.</summary>
public sealed class CustomerRateTests
{
    [Fact]
    public void Fifty_thousand_records_go_at_the_permitted_rate_without_a_refusal()
    {
        const int records = 50_000;
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        Record(device, records);
        var before = world.Airtable.Journal.Entries.Count;
        var result = device.Sync(SyncDirection.Push, pace: 0.95);

        Assert.True(result.Status == SyncOutcome.Done, string.Join(" | ", result.Messages));
        Assert.Equal(records, world.Base.Count(CustomerWorld.Table));
        var calls = world.Airtable.Journal.Entries.Skip(before).ToList();
        Assert.DoesNotContain(calls, c => c.Status == 429);
        Assert.True(MostInASecond([.. calls.Select(c => c.At)]) <= 5);
        var writes = calls.Where(c => c.Method == "PATCH" && c.Path.Contains(world.Base.TableId(CustomerWorld.Table), StringComparison.Ordinal)).ToList();
        var rate = records / (writes[^1].At - writes[0].At).TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"{rate:0.00} records a second in {calls.Count} calls");
        Assert.True(rate >= 0.95 * 50, $"{rate:0.00} records a second in {calls.Count} calls");
        Assert.True(calls.Count <= writes.Count + 10, $"{calls.Count} calls for {writes.Count} writes");
    }

    public static TheoryData<string> Positions => [.. AirtablePositions.All().Keys];

    [Theory]
    [MemberData(nameof(Positions))]
    public void An_answer_that_is_lost_leaves_no_double_and_no_gap(string position)
    {
        const int records = 40;
        for (var lost = 0; ; lost++)
        {
            using var world = new CustomerWorld(AirtablePositions.All()[position], "CUST_02");
            var device = world.Device("one");
            Record(device, records);
            var request = 0;
            world.Airtable.Faults.Next(Fault.DropAfter, r => request++ == lost);
            for (var pass = 0; pass < 3 && device.Sync().Status != SyncOutcome.Done; pass++) world.Clock.Advance(TimeSpan.FromMinutes(1));

            Assert.Equal(records, world.Records.Select(r => r["SyncKey"]!.GetValue<string>()).Distinct().Count());
            Assert.Equal(records, world.Records.Count);
            Assert.Equal(0, device.Status.Pending);
            if (request <= lost) return;
        }
    }

    [Theory]
    [InlineData("free", "a pull every 60 minutes does not fit")]
    [InlineData("team", null)]
    [InlineData("business", null)]
    public void A_plan_says_when_the_calls_of_the_month_do_not_suffice_for_a_schedule(string plan, string? says)
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        device.Set("airtable.plan", plan);
        var steps = CrmSync.Plan(device.Store, new SyncRequest { Connection = "airtable" });
        Assert.Equal(says is not null, steps.Any(s => s.Step.Contains(says ?? "does not fit", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_plan_says_when_the_calls_of_the_month_do_not_suffice_for_what_waits()
    {
        using var world = new CustomerWorld(null, "CUST_02");
        var device = world.Device("one");
        device.Set("airtable.plan", "free");
        Record(device, 10_000);
        Assert.Contains(CrmSync.Plan(device.Store, new SyncRequest { Connection = "airtable" }), s => s.Step.StartsWith("does not fit", StringComparison.Ordinal));
    }

    private static void Record(CustomerDevice device, int records)
    {
        var added = TaskProgresses.Add(
            device.Store, [.. Enumerable.Range(1, records).Select(i => new NewTaskProgress { CustomerId = "CUST_02", TaskName = $"Task {i}", CompetencyImpact = (i % 10) + 1 })], createCustomers: true);
        Assert.DoesNotContain(added, a => a.Error is not null);
    }

    private static int MostInASecond(List<DateTimeOffset> times)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= TimeSpan.FromSeconds(1)) first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
