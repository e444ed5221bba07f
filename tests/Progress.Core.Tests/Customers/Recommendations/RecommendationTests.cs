using Progress.Settings;
using Xunit;

namespace Progress.Tests.Customers;

public sealed class RecommendationTests
{
    [Fact]
    public void A_score_is_the_sum_of_its_weighed_terms()
    {
        // The milestone asks for 8 points in general, of which 2 are gained: the gap is 3/4.
        var judged = new Judged()
            .Catalog("a", priority: "high", tool: "icp-analysis", impact: 3).Catalog("b", impact: 5)
            .Done("x", "2026-09-01", "general", 2, "icp-analysis");
        Assert.Equal((4 * 3) + (3 * .75m * 4) + (2 * 4) + (1 * 4), judged.Score("a"));
    }

    [Fact]
    public void Another_milestone_s_task_is_scored_by_the_gap_of_the_current_one()
    {
        var judged = new Judged().Catalog("a", impact: 4).Catalog("b", "Key_Hires", priority: "critical").Done("x", "2026-09-01", "general", 1);
        Assert.Equal((4 * 4) + (3 * .75m * 4), judged.Score("b"));
    }

    [Fact]
    public void An_area_that_the_milestone_asks_nothing_of_has_no_gap() =>
        Assert.Equal(4, new Judged().Catalog("a").Catalog("b", "Key_Hires", area: "customerAnalysis").Score("b"));

    [Fact]
    public void More_gained_than_asked_for_is_no_gap() =>
        Assert.Equal(4 + 8, new Judged().Catalog("a", impact: 2).Done("x", "2026-09-01", "general", 9).Score("a"));

    [Fact]
    public void Without_a_milestone_priority_and_tool_decide() => Assert.Equal(
        ["b", "a"],
        new Judged { Milestone = null }.Catalog("a", milestone: null).Catalog("b", tool: "icp-analysis").Done("x", "2026-09-01", tool: "icp-analysis").Next);

    [Fact]
    public void Ties_go_by_task_id_as_people_number_tasks() =>
        Assert.Equal(["task-9", "task-10", "TASK-11"], new Judged().Catalog("task-10").Catalog("TASK-11").Catalog("task-9").Next);

    [Fact]
    public void The_weights_are_the_settings()
    {
        var judged = new Judged { Weights = new RecommendationWeights { Priority = 0, Gap = 0, Milestone = 0, Tool = .5 } };
        Assert.Equal(["b", "a"], judged.Catalog("a", priority: "critical").Catalog("b", tool: "icp-analysis").Done("x", "2026-09-01", tool: "icp-analysis").Next);
        Assert.Equal((2, 0), (judged.Score("b"), judged.Score("a")));
    }

    [Fact]
    public void Completed_and_skipped_tasks_are_not_recommended_and_those_begun_are() => Assert.Equal(
        ["c", "d", "e"],
        new Judged().Catalog("a").Catalog("b").Catalog("c").Catalog("d").Catalog("e")
            .Done("A", "2026-09-01").Is("b", "skipped").Is("c", "in_progress").Is("d", "not_started").Next);

    [Fact]
    public void A_task_waits_for_what_it_depends_on()
    {
        var judged = new Judged().Catalog("a").Catalog("b", dependsOn: ["a"]).Catalog("c", dependsOn: ["a", "unknown"]);
        Assert.Equal(["a"], judged.Next);
        Assert.Equal(["b"], judged.Done("A", "2026-09-01").Next);
        Assert.Equal(["b", "c"], judged.Done("unknown", "2026-09-01").Next);
    }

    [Fact]
    public void What_was_skipped_was_not_done() =>
        Assert.Empty(new Judged().Catalog("a").Catalog("b", dependsOn: ["a"]).Is("a", "skipped").Next);

    [Fact]
    public void Of_two_records_of_a_task_the_one_that_went_further_counts() =>
        Assert.Empty(new Judged().Catalog("a").Done("a", "2026-09-01").Is("a", "in_progress").Next);

    [Fact]
    public void The_terms_are_told()
    {
        var judged = new Judged()
            .Catalog("a", priority: "high", tool: "icp-analysis", impact: 3).Catalog("b", impact: 5)
            .Done("x", "2026-09-01", "general", 2, "icp-analysis");
        Assert.Equal(
            [
                "priority high: 4 × 3 = 12", "gained 2 of 8 points in general: 3 × (1 − 2 ÷ 8) × 4 = 9", "of the current milestone, Initial_PMF: 2 × 4 = 8",
                "tool icp-analysis, preferred: 1 × 4 = 4",
            ],
            judged.State.Scorer.Explain(judged.State.Catalog.Tasks[0]).Select(l => FormattableString.Invariant($"{l.What}: {l.Rule} = {l.Amount:0.##}")));
    }
}
