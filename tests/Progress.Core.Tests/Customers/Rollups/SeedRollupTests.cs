using System.Text.Json;
using Progress.Customers;
using Xunit;

namespace Progress.Tests.Customers;

/// <summary>The fields that the seed adds to Customer Assets, each by its name there.</summary>
public sealed class SeedRollupTests
{
    private static readonly Judged Acme = new Judged()
        .Done("a", "2026-08-10", "customerAnalysis", 10, "icp-analysis").Done("b", "2026-08-15", "customerAnalysis", 5, "resource-library")
        .Done("c", "2026-09-01", "valueCommunication", 10, "resource-library").Done("d", "2026-09-20", "valueCommunication", 2)
        .Done("e", "2026-09-05", "executiveReadiness", 8, "financial-impact")
        .Is("f", "in_progress").Is("g", "in_progress").Is("h", "skipped").Is("i", "not_started")
        .Catalog("j", area: "general").Catalog("k", priority: "critical").Catalog("a");

    private readonly CustomerProgress progress = Acme.Progress;

    [Fact]
    public void Current_Milestone_Category_has_eight_options() => Assert.Equal(
        ["Product_Launch", "Initial_PMF", "Key_Hires", "Scalability_Revenue", "User_Base", "Scaling_Product", "Revenue_Growth", "Market_Penetration"],
        TaskOptions.Milestone.Values);

    [Fact]
    public void Task_Completion_Rate_is_completed_by_completed_and_active() => Assert.Equal(5 / 7d, progress.TaskCompletionRate);

    [Fact]
    public void Active_Tasks_Count_counts_in_progress() => Assert.Equal(2, progress.ActiveTasks);

    [Fact]
    public void Completed_Tasks_Count_counts_completed() => Assert.Equal(5, progress.CompletedTasks);

    [Fact]
    public void Next_Recommended_Tasks_come_from_milestone_and_gaps() => Assert.Equal(["Task k", "Task j"], progress.NextRecommendedTasks);

    [Fact]
    public void Task_Progress_Analytics_has_the_seed_s_keys()
    {
        // Four completions of the five are in the eight weeks to 2026-09-27; the one of 2026-08-10, a Monday, is the fifth.
        using var json = JsonDocument.Parse(progress.TaskProgressAnalytics);
        Assert.Equal(["competencyGains", "completionVelocity", "preferredTools"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(progress.TaskCompetencyGains, json.RootElement.GetProperty("competencyGains").GetRawText());
        Assert.Equal(5 / 8d, json.RootElement.GetProperty("completionVelocity").GetDouble());
        Assert.Equal(
            ["resource-library", "financial-impact", "icp-analysis"],
            json.RootElement.GetProperty("preferredTools").EnumerateArray().Select(t => t.GetString()));
    }

    [Fact]
    public void Last_Task_Completed_is_the_latest_date() => Assert.Equal(new DateOnly(2026, 9, 20), progress.LastTaskCompleted);

    [Fact]
    public void Task_Competency_Gains_are_the_seed_s_JSON() =>
        Assert.Equal("""{"customerAnalysis":15,"valueCommunication":12,"executiveReadiness":8}""", progress.TaskCompetencyGains);

    [Fact]
    public void Task_Competency_Gains_have_general_where_there_is_some() => Assert.Equal(
        """{"customerAnalysis":0,"valueCommunication":0,"executiveReadiness":0,"general":3}""",
        new Judged().Done("a", "2026-09-01", impact: 3).Progress.TaskCompetencyGains);
}
