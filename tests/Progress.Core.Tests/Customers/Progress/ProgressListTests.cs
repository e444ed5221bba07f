using Progress.Customers;
using Xunit;

namespace Progress.Tests.Customers.Progress;

public sealed class ProgressListTests : IDisposable
{
    private readonly CustomerPlace place = new CustomerPlace().Customer("CUST_01", "Acme").Customer("CUST_02", "Beta").Customer("X.3");

    public ProgressListTests()
    {
        Add("CUST_01", "a", "completed", "2026-08-01", "general", "Key Hires", "custom");
        Add("CUST_01", "b", "in_progress", null, "customerAnalysis", "Initial PMF (Product-Market Fit)", "default");
        Add("CUST_02", "c", "completed", "2026-08-02", "customerAnalysis", "Initial PMF", "custom");
        Add("CUST_02", "d", "skipped", null, null, "Series A", null);
        Add("X.3", "e", "completed", "2026-08-03", "general", null, "Seed_Tasks");
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void Without_filters_all_are_listed_in_the_order_in_which_they_were_made() => Assert.Equal("a b c d e", Names(new TaskProgressQuery()));

    [Fact]
    public void Customer_takes_ids_names_and_wildcards()
    {
        Assert.Equal("a b", Names(new TaskProgressQuery { Customer = ["cust_01"] }));
        Assert.Equal("c d e", Names(new TaskProgressQuery { Customer = ["Beta", "X.3"] }));
        Assert.Equal("a b c d", Names(new TaskProgressQuery { Customer = ["CUST_*"] }));
        Assert.Equal("", Names(new TaskProgressQuery { Customer = ["Z*"] }));
        Assert.Equal("CustomerNotFound", Assert.Throws<ProgressException>(() => Names(new TaskProgressQuery { Customer = ["Z"] })).Id);
    }

    [Fact]
    public void Status_takes_several() => Assert.Equal("b d", Names(new TaskProgressQuery { Status = ["InProgress", "skipped"] }));

    [Fact]
    public void Competency_leaves_out_records_without_one() => Assert.Equal("b c", Names(new TaskProgressQuery { Competency = ["customerAnalysis"] }));

    [Fact]
    public void Milestone_takes_one_of_the_eight_or_the_text()
    {
        Assert.Equal("b c", Names(new TaskProgressQuery { Milestone = ["Initial_PMF"] }));
        Assert.Equal("c", Names(new TaskProgressQuery { Milestone = ["Initial PMF"] }));
        Assert.Equal("a d", Names(new TaskProgressQuery { Milestone = ["series a", "key_hires"] }));
        Assert.Equal("", Names(new TaskProgressQuery { Milestone = ["User_Base"] }));
    }

    [Fact]
    public void Source_is_an_option()
    {
        Assert.Equal("a c", Names(new TaskProgressQuery { Source = ["Custom"] }));
        Assert.Equal("InvalidOption", Assert.Throws<ProgressException>(() => Names(new TaskProgressQuery { Source = ["elsewhere"] })).Id);
    }

    [Fact]
    public void After_and_before_are_strict()
    {
        Assert.Equal("c e", Names(new TaskProgressQuery { CompletedAfter = new DateOnly(2026, 8, 1) }));
        Assert.Equal("a c", Names(new TaskProgressQuery { CompletedBefore = new DateOnly(2026, 8, 3) }));
        Assert.Equal("c", Names(new TaskProgressQuery { CompletedAfter = new DateOnly(2026, 8, 1), CompletedBefore = new DateOnly(2026, 8, 3) }));
    }

    [Fact]
    public void Filters_hold_together() => Assert.Equal(
        "c", Names(new TaskProgressQuery { Customer = ["CUST_*"], Status = ["completed"], Competency = ["customerAnalysis"], Source = ["custom"] }));

    [Fact]
    public void Pages_are_cut_from_what_fits()
    {
        Assert.Equal("a b", Names(new TaskProgressQuery { First = 2 }));
        Assert.Equal("d e", Names(new TaskProgressQuery { Skip = 3 }));
        Assert.Equal("c", Names(new TaskProgressQuery { Status = ["completed"], First = 1, Skip = 1 }));
        Assert.Equal("", Names(new TaskProgressQuery { First = 0 }));
        Assert.Equal("InvalidPage", Assert.Throws<ProgressException>(() => Names(new TaskProgressQuery { Skip = -1 })).Id);
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"quoted\"")]
    [InlineData("100% _ [x]")]
    public void A_text_is_a_value_and_nothing_else(string stage)
    {
        Assert.Equal("", Names(new TaskProgressQuery { Milestone = [stage] }));
        Add("X.3", "f", "skipped", null, null, stage, null);
        Assert.Equal("f", Names(new TaskProgressQuery { Milestone = [stage] }));
    }

    private string Names(TaskProgressQuery query) => string.Join(' ', place.List(query).Select(p => p.TaskName));

    private void Add(string customer, string name, string status, string? day, string? competency, string? stage, string? source) => place.Add(new NewTaskProgress
    {
        CustomerId = customer, TaskName = name, Status = status, CompletedDate = day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"),
        CompetencyArea = competency, StageMilestone = stage, TaskSource = source,
    });
}
