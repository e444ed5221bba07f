using Dapper;
using Progress.Customers;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Customers;

public sealed class CustomerReadingTests : IDisposable
{
    private readonly TestStore test = new("Pacific/Auckland");

    public CustomerReadingTests()
    {
        foreach (var (id, name) in new[] { ("CUST_01", "Ana"), ("CUST_02", "Bo"), ("CUST_03", "Cleo") }) CustomerDirectory.Add(test.Store, new NewCustomer(id, name));
    }

    [Fact]
    public void Today_is_a_day_of_the_settings_zone()
    {
        // Noon of 2026-09-30 in UTC is the first hour of 2026-10-01 in Auckland.
        Done("CUST_01", "a", "2026-10-01");
        Assert.Equal((new DateOnly(2026, 10, 1), 1), (Get("CUST_01").AsOf, Get("CUST_01").CompletedTasks));
        Assert.Equal((new DateOnly(2026, 9, 30), 0), (Get("CUST_01", "2026-09-30").AsOf, Get("CUST_01", "2026-09-30").CompletedTasks));
        Assert.Equal(new DateOnly(2026, 10, 1), Get("CUST_01", "2026-09-30T12:00:00Z").AsOf);
    }

    [Fact]
    public void A_record_that_is_gone_counts_no_longer()
    {
        Done("CUST_01", "a", "2026-09-01");
        Done("CUST_01", "b", "2026-09-02");
        test.Store.Change(change => change.Connection.Execute("UPDATE task_progress SET gone = 1 WHERE task = 'b'"));
        Assert.Equal((1, new DateOnly(2026, 9, 1)), (Get("CUST_01").CompletedTasks, Get("CUST_01").LastTaskCompleted));
    }

    [Fact]
    public void All_active_customers_come_in_order_of_id_and_those_named_as_named()
    {
        CustomerDirectory.Set(test.Store, "CUST_02", new CustomerUpdate(Active: false));
        Assert.Equal(["CUST_01", "CUST_03"], CustomerProgresses.Get(test.Store).Select(c => c.CustomerId));
        Assert.Equal(["CUST_03", "CUST_02"], CustomerProgresses.Get(test.Store, ["cleo", "cust_02"]).Select(c => c.CustomerId));
        Assert.Empty(CustomerProgresses.Get(test.Store, ["Nobody*"]));
        Assert.Equal("CustomerNotFound", Assert.Throws<ProgressException>(() => CustomerProgresses.Get(test.Store, ["Nobody"])).Id);
    }

    [Fact]
    public void Each_customer_has_its_own_records()
    {
        Done("CUST_01", "a", "2026-09-01");
        Done("CUST_03", "a", "2026-09-02");
        Done("CUST_03", "b", "2026-09-03");
        Assert.Equal([1, 0, 2], CustomerProgresses.Get(test.Store).Select(c => c.CompletedTasks));
        Assert.Equal([2, 0], CustomerProgresses.Get(test.Store, ["CUST_03", "CUST_02"]).Select(c => c.CompletedTasks));
    }

    [Fact]
    public void A_task_without_an_id_is_explained_by_its_name()
    {
        TaskProgresses.Add(test.Store, [new NewTaskProgress { CustomerId = "CUST_01", TaskName = "Call the board", CompetencyArea = "general", CompetencyImpact = 3 }]);
        var lines = CustomerProgresses.Get(test.Store, ["CUST_01"], explain: true).Single().Explanation!;
        Assert.Equal(("Call the board on 2026-10-01", 3), lines.Where(l => l.Of == "CompetencyGains.general").Select(l => (l.What, l.Amount)).Single());
    }

    public void Dispose() => test.Dispose();

    private CustomerProgress Get(string customer, string? asOf = null) =>
        CustomerProgresses.Get(test.Store, [customer], asOf is null ? null : IsoTime.Parse(asOf)).Single();

    private void Done(string customer, string task, string day)
    {
        var added = TaskProgresses.Add(
            test.Store, [new NewTaskProgress { CustomerId = customer, TaskId = task, TaskName = $"Task {task}", CompletedDate = DateOnly.Parse(day) }]);
        Assert.Null(added.Single().Error);
    }
}
