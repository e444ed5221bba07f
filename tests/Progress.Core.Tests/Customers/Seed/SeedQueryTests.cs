using Progress.Customers;
using Xunit;

namespace Progress.Tests.Customers.Seed;

/// <summary>The seed's "Query Customer Task Progress", character for character.</summary>
public sealed class SeedQueryTests : IDisposable
{
    private readonly CustomerPlace place = new CustomerPlace().Customer("CUST_02");

    public void Dispose() => place.Dispose();

    [Fact]
    public void Get_all_completed_tasks_for_a_customer() => Assert.Equal(
        """AND({Customer ID} = "CUST_02", {Status} = "completed")""",
        Formula(new TaskProgressQuery { Customer = ["CUST_02"], Status = ["completed"] }));

    [Fact]
    public void Get_tasks_by_competency_area() => Assert.Equal(
        """AND({Customer ID} = "CUST_02", {Competency Area} = "customerAnalysis")""",
        Formula(new TaskProgressQuery { Customer = ["CUST_02"], Competency = ["customerAnalysis"] }));

    [Fact]
    public void Get_recent_completions() => Assert.Equal(
        """AND({Customer ID} = "CUST_02", IS_AFTER({Completed Date}, "2024-08-01"))""",
        Formula(new TaskProgressQuery { Customer = ["CUST_02"], CompletedAfter = new DateOnly(2024, 8, 1) }));

    private string Formula(TaskProgressQuery query) => TaskProgressFormula.Of(place.Store, query);
}
