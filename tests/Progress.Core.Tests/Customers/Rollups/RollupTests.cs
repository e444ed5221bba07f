using Progress.Customers;
using Xunit;

namespace Progress.Tests.Customers;

public sealed class RollupTests
{
    [Fact]
    public void A_customer_of_whom_nothing_is_known_has_no_rates()
    {
        var none = new Judged { Milestone = null }.Progress;
        Assert.Equal((0, 0, 0, 0), (none.ActiveTasks, none.CompletedTasks, none.CompletedInWeeks, none.PlatformToolCompletions));
        Assert.Null(none.TaskCompletionRate);
        Assert.Null(none.CompletionVelocity);
        Assert.Null(none.WeeksWithCompletionShare);
        Assert.Null(none.PlatformToolShare);
        Assert.Null(none.LastTaskCompleted);
        Assert.Null(none.DaysSinceLastCompletion);
        Assert.Null(none.MilestoneProgress);
        Assert.Equal(
            """{"competencyGains":{"customerAnalysis":0,"valueCommunication":0,"executiveReadiness":0},"completionVelocity":null,"preferredTools":[]}""",
            none.TaskProgressAnalytics);
    }

    [Fact]
    public void A_customer_who_only_plans_has_a_velocity_of_0_and_no_completion_rate()
    {
        var planned = new Judged().Is("a", "not_started").Is("b", "skipped").Progress;
        Assert.Null(planned.TaskCompletionRate);
        Assert.Null(planned.PlatformToolShare);
        Assert.Equal((0d, 0d), (planned.CompletionVelocity, planned.WeeksWithCompletionShare));
        Assert.Equal(0, new Judged().Is("a", "in_progress").Progress.TaskCompletionRate);
    }

    [Theory]
    [InlineData("2026-09-30", "2026-08-03", "2026-09-27")] // a Wednesday
    [InlineData("2026-09-28", "2026-08-03", "2026-09-27")] // a Monday
    [InlineData("2026-09-27", "2026-08-03", "2026-09-27")] // a Sunday is over at its own end
    [InlineData("2026-09-26", "2026-07-27", "2026-09-20")] // a Saturday
    public void The_eight_weeks_are_full_ones_from_Monday_to_Sunday(string day, string from, string to)
    {
        var progress = new Judged { Day = DateOnly.Parse(day) }
            .Done("a", from).Done("b", to).Done("c", DateOnly.Parse(from).AddDays(-1).ToString("yyyy-MM-dd")).Progress;
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to), 8), (progress.WeeksFrom, progress.WeeksTo, progress.Weeks));
        Assert.Equal((2, 2 / 8d), (progress.CompletedInWeeks, progress.CompletionVelocity));
        Assert.Equal((2, 2 / 8d), (progress.WeeksWithCompletion, progress.WeeksWithCompletionShare));
    }

    [Fact]
    public void What_is_completed_later_counts_as_nothing()
    {
        var judged = new Judged().Done("a", "2026-09-30", impact: 2).Done("b", "2026-10-01", impact: 3, tool: "icp-analysis").Catalog("a").Catalog("b");
        var progress = judged.Progress;
        Assert.Equal((1, 0, 1d), (progress.CompletedTasks, progress.ActiveTasks, progress.TaskCompletionRate));
        Assert.Equal(new CompetencyGains(0, 0, 0, 2), progress.CompetencyGains);
        Assert.Equal(new DateOnly(2026, 9, 30), progress.LastTaskCompleted);
        Assert.Empty(progress.PreferredTools);
        Assert.Equal((1, 2), (progress.MilestoneProgress!.CompletedTasks, progress.MilestoneProgress.Tasks));
        Assert.Equal(["b"], judged.Next);
    }

    [Fact]
    public void A_completion_on_a_day_not_known_counts_but_for_the_days()
    {
        var progress = new Judged().Done("a", null, "general", 4).Progress;
        Assert.Equal((1, 4), (progress.CompletedTasks, progress.CompetencyGains.General));
        Assert.Equal((0, 0d), (progress.CompletedInWeeks, progress.CompletionVelocity));
        Assert.Null(progress.LastTaskCompleted);
        Assert.Null(progress.DaysSinceLastCompletion);
        Assert.Null(progress.LongestGapDays);
    }

    [Fact]
    public void An_impact_or_area_that_is_not_known_gains_nothing_and_is_named()
    {
        var progress = new Judged().Done("a", "2026-09-01", "general", null).Done("b", "2026-09-02", null, 4).Progress;
        Assert.Equal(new CompetencyGains(0, 0, 0, 0), progress.CompetencyGains);
        Assert.Equal(
            ["a on 2026-09-01: no impact known", "b on 2026-09-02: no area to gain in"],
            progress.Explanation!.Where(l => l.Of.StartsWith("CompetencyGains", StringComparison.Ordinal)).Select(l => $"{l.What}: {l.Rule}"));
    }

    [Fact]
    public void Preferred_tools_are_those_most_used_ties_by_name_and_never_none() => Assert.Equal(
        ["resource-library", "financial-impact", "icp-analysis"],
        new Judged()
            .Done("a", "2026-09-01", tool: "icp-analysis").Done("b", "2026-09-01", tool: "financial-impact")
            .Done("c", "2026-09-01", tool: "resource-library").Done("d", "2026-09-01", tool: "resource-library")
            .Done("e", "2026-09-01", tool: "none").Done("f", "2026-09-01", tool: "none").Done("g", "2026-09-01", tool: "none")
            .Done("h", "2026-09-01", tool: null).With(new CountedTask("i", null, "in_progress", Tool: "icp-analysis"))
            .Progress.PreferredTools);

    [Fact]
    public void The_longest_gap_is_between_completions()
    {
        var judged = new Judged().Done("a", "2026-09-20").Done("b", "2026-05-01");
        Assert.Equal((142, 10), (judged.Progress.LongestGapDays, judged.Progress.DaysSinceLastCompletion));
        Assert.Equal(101, judged.Done("c", "2026-06-11").Progress.LongestGapDays);
        Assert.Null(new Judged().Done("a", "2026-09-20").Progress.LongestGapDays);
        Assert.Equal(0, new Judged().Done("a", "2026-09-20").Done("b", "2026-09-20").Progress.LongestGapDays);
    }

    [Fact]
    public void Platform_tools_are_a_share_of_completions()
    {
        var progress = new Judged().Done("a", "2026-09-01", tool: "icp-analysis").Done("b", "2026-09-01").Done("c", "2026-09-01", tool: null).Progress;
        Assert.Equal((1, 1 / 3d), (progress.PlatformToolCompletions, progress.PlatformToolShare));
    }

    [Fact]
    public void A_milestone_goes_by_the_catalogue_s_tasks_and_impacts()
    {
        var progress = new Judged()
            .Catalog("a", impact: 2).Catalog("b", impact: 6).Catalog("c", "Key_Hires", impact: 10)
            .Done("A", "2026-09-01", impact: 9).Done("a", "2026-09-02").Done("c", "2026-09-01").Done("z", "2026-09-01").Progress.MilestoneProgress!;
        Assert.Equal((1, 2, .5), (progress.CompletedTasks, progress.Tasks, progress.ByCount));
        Assert.Equal((2, 8, .25), (progress.CompletedImpact, progress.Impact, progress.ByImpact));
        Assert.False(progress.Complete);
        Assert.Null(progress.SuggestedMilestone);
    }

    [Theory]
    [InlineData("Product_Launch", "Initial_PMF")]
    [InlineData("Revenue_Growth", "Market_Penetration")]
    [InlineData("Market_Penetration", null)]
    public void A_complete_milestone_suggests_the_next(string milestone, string? next)
    {
        var progress = new Judged { Milestone = milestone }.Catalog("a", milestone).Done("a", "2026-09-01").Progress;
        Assert.True(progress.MilestoneProgress!.Complete);
        Assert.Equal(next, progress.SuggestedMilestone);
    }

    [Fact]
    public void A_skipped_task_leaves_its_milestone_incomplete() =>
        Assert.Null(new Judged().Catalog("a").Catalog("b").Done("a", "2026-09-01").Is("b", "skipped").Progress.SuggestedMilestone);

    [Fact]
    public void A_milestone_without_tasks_has_no_rate_and_is_not_complete()
    {
        var progress = new Judged().Catalog("a", "Key_Hires").Progress.MilestoneProgress!;
        Assert.Null(progress.ByCount);
        Assert.Null(progress.ByImpact);
        Assert.False(progress.Complete);
    }
}
