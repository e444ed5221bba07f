using Progress.Customers;
using Xunit;

namespace Progress.Tests.Customers.Seed;

/// <summary>The options of the seed's single selects, spelled as there.</summary>
public sealed class SeedOptionTests : IDisposable
{
    private readonly CustomerPlace place = new CustomerPlace().Customer("CUST_02");

    public void Dispose() => place.Dispose();

    public static TheoryData<string, string[]> Fields => new()
    {
        { "TaskSource", ["Seed_Tasks", "Series_A_Tasks", "default", "custom"] },
        { "CompetencyArea", ["customerAnalysis", "valueCommunication", "executiveReadiness", "general"] },
        { "PriorityLevel", ["critical", "high", "medium", "low"] },
        { "Status", ["not_started", "in_progress", "completed", "skipped"] },
        { "PlatformToolUsed", ["icp-analysis", "financial-impact", "resource-library", "none"] },
        {
            "CurrentMilestone",
            ["Product_Launch", "Initial_PMF", "Key_Hires", "Scalability_Revenue", "User_Base", "Scaling_Product", "Revenue_Growth", "Market_Penetration"]
        },
    };

    public static TheoryData<string, string> Options() =>
        new(Fields.Where(f => f.Data.Item1 != "CurrentMilestone").SelectMany(f => f.Data.Item2.Select(option => (f.Data.Item1, option))));

    [Theory]
    [MemberData(nameof(Fields))]
    public void Options_are_those_of_the_seed_in_its_order(string field, string[] options) => Assert.Equal(options, Set(field).Values);

    [Theory]
    [MemberData(nameof(Options))]
    public void Each_option_can_be_kept(string field, string option) => Assert.Equal(option, Value(place.Add(With(field, option)), field));

    [Theory]
    [MemberData(nameof(Options))]
    public void An_option_is_known_whatever_its_case_spaces_underscores_and_hyphens(string field, string option) =>
        Assert.Equal(option, Value(place.Add(With(field, $" {option.Replace("_", "").Replace('-', ' ').ToUpperInvariant()}")), field));

    [Theory]
    [MemberData(nameof(Fields))]
    public void An_unknown_option_is_refused_with_field_value_and_what_is_allowed(string field, string[] options)
    {
        var error = Assert.Throws<ProgressException>(() => Set(field).Parse("urgent!"));
        Assert.Equal("InvalidOption", error.Id);
        Assert.Equal($"{field} is 'urgent!'; allowed: {string.Join(", ", options)}.", error.Message);
    }

    [Theory]
    [InlineData("TaskSource")]
    [InlineData("CompetencyArea")]
    [InlineData("PriorityLevel")]
    [InlineData("Status")]
    [InlineData("PlatformToolUsed")]
    public void An_unknown_option_enters_nothing(string field)
    {
        var error = Assert.Throws<ProgressException>(() => place.Add(With(field, "urgent!")));
        Assert.StartsWith($"{field} is 'urgent!'; allowed: ", error.Message);
        Assert.Empty(place.List());
    }

    [Fact]
    public void Current_Milestone_Category_takes_each_of_the_eight()
    {
        foreach (var milestone in TaskOptions.Milestone.Values)
            Assert.Equal(milestone, CustomerDirectory.Set(place.Store, "CUST_02", new CustomerUpdate(CurrentMilestone: milestone)).CurrentMilestone);
    }

    private static OptionSet Set(string field) =>
        new[] { TaskOptions.Source, TaskOptions.Competency, TaskOptions.Priority, TaskOptions.Status, TaskOptions.Tool, TaskOptions.Milestone }.Single(s => s.Field == field);

    private static NewTaskProgress With(string field, string value)
    {
        var progress = new NewTaskProgress { CustomerId = "CUST_02", TaskName = "A task" };
        return field switch
        {
            "TaskSource" => progress with { TaskSource = value },
            "CompetencyArea" => progress with { CompetencyArea = value },
            "PriorityLevel" => progress with { PriorityLevel = value },
            "Status" => progress with { Status = value },
            _ => progress with { PlatformToolUsed = value },
        };
    }

    private static string? Value(TaskProgress progress, string field) => field switch
    {
        "TaskSource" => progress.TaskSource,
        "CompetencyArea" => progress.CompetencyArea,
        "PriorityLevel" => progress.PriorityLevel,
        "Status" => progress.Status,
        _ => progress.PlatformToolUsed,
    };
}
