using FsCheck;
using FsCheck.Fluent;
using Progress.Customers;
using Progress.Settings;
using Xunit;

namespace Progress.Tests.Customers;

public sealed class CustomerProperties
{
    private static readonly string[] Ids = [.. Enumerable.Range(1, 12).Select(i => $"task-{i}")];
    private static readonly DateOnly First = new(2026, 6, 1);

    private static readonly Gen<CountedTask> Records =
        from task in Gen.Elements<string?>([.. Ids, null])
        from status in Gen.Elements<string>([.. TaskOptions.Status.Values, TaskOptions.Completed])
        from day in Gen.Choose(-1, 150)
        from area in Gen.Elements<string?>([.. TaskOptions.Competency.Values, null])
        from tool in Gen.Elements<string?>([.. TaskOptions.Tool.Values, null])
        from impact in Gen.Choose(0, 10)
        select new CountedTask(
            task, task is null ? "unnamed" : null, status, status == TaskOptions.Completed && day >= 0 ? First.AddDays(day).DayNumber : null, area, tool,
            impact == 0 ? null : impact);

    private static readonly Gen<(int Area, int Priority, int Tool, int Milestone, int Impact, int DependsOn)> Tasks =
        from area in Gen.Choose(0, 3)
        from priority in Gen.Choose(0, 3)
        from tool in Gen.Choose(0, 3)
        from milestone in Gen.Choose(0, 2)
        from impact in Gen.Choose(1, 10)
        from dependsOn in Gen.Choose(0, 20)
        select (area, priority, tool, milestone, impact, dependsOn);

    private static readonly Gen<RecommendationWeights> Weights =
        from weights in Gen.Choose(0, 1000).Select(w => w / 100d).ArrayOf(4)
        select new RecommendationWeights { Priority = weights[0], Gap = weights[1], Milestone = weights[2], Tool = weights[3] };

    private static readonly Arbitrary<(Judged Judged, CountedTask[] Records)> Anyone = (
        from records in Records.ArrayOf()
        from tasks in Tasks.ArrayOf(Ids.Length)
        from weights in Weights
        from day in Gen.Choose(0, 150)
        from milestone in Gen.Choose(-1, 2)
        select (Judge(records, tasks, weights, day, milestone), records)).ToArbitrary();

    [Fact]
    public void Rates_are_0_to_1_or_null_and_gains_never_negative() => Check((judged, _) =>
    {
        var p = judged.Progress;
        double?[] rates = [p.TaskCompletionRate, p.WeeksWithCompletionShare, p.PlatformToolShare, p.MilestoneProgress?.ByCount, p.MilestoneProgress?.ByImpact];
        Assert.All(rates, rate => Assert.False(rate is < 0 or > 1));
        Assert.False(p.CompletionVelocity < 0 || p.DaysSinceLastCompletion < 0 || p.LongestGapDays < 0);
        Assert.All(TaskOptions.Competency.Values, area => Assert.True(p.CompetencyGains.In(area) >= 0));
    });

    [Fact]
    public void Nothing_completed_skipped_or_blocked_is_recommended() => Check((judged, records) =>
    {
        var completed = records
            .Where(r => r.Status == "completed" && !(r.Day > judged.Day.DayNumber)).Select(r => r.TaskId).ToHashSet();
        var skipped = records.Where(r => r.Status == "skipped").Select(r => r.TaskId).ToHashSet();
        var next = judged.State.Recommended.Select(t => t.Task).ToList();
        Assert.DoesNotContain(next, t => completed.Contains(t.TaskId) || skipped.Contains(t.TaskId) || t.DependsOn.Any(d => !completed.Contains(d)));
        // And nothing else is left out.
        Assert.Equal(
            judged.State.Catalog.Tasks.Count(t => !completed.Contains(t.TaskId) && !skipped.Contains(t.TaskId) && t.DependsOn.All(completed.Contains)), next.Count);
    });

    [Fact]
    public void Scores_fall_and_their_terms_add_up_to_them() => Check((judged, _) =>
    {
        var state = judged.State;
        var next = state.Recommended.ToList();
        Assert.All(next, t => Assert.Equal(t.Score.Total, state.Scorer.Explain(t.Task).Sum(l => l.Amount)));
        Assert.All(next.Zip(next.Skip(1)), pair => Assert.True(pair.First.Score.Total >= pair.Second.Score.Total));
    });

    [Fact]
    public void Explanations_add_up() => Check((judged, _) =>
    {
        var p = judged.Progress;
        var lines = p.Explanation!.ToLookup(l => l.Of);
        Assert.Equal(p.ActiveTasks, lines["ActiveTasks"].Sum(l => l.Amount));
        Assert.Equal(p.CompletedTasks, lines["CompletedTasks"].Sum(l => l.Amount));
        Assert.All(TaskOptions.Competency.Values, area => Assert.Equal(p.CompetencyGains.In(area), lines[$"CompetencyGains.{area}"].Sum(l => l.Amount)));
        Assert.Equal(p.PlatformToolCompletions, lines["PreferredTools"].Sum(l => l.Amount));
        Assert.Equal(p.DaysSinceLastCompletion, lines["DaysSinceLastCompletion"].SingleOrDefault()?.Amount);
        Assert.Equal(p.LongestGapDays, lines["LongestGapDays"].SingleOrDefault()?.Amount);
        Assert.Equal(p.TaskCompletionRate, Rate("TaskCompletionRate"));
        Assert.Equal(p.CompletionVelocity, Rate("CompletionVelocity"));
        Assert.Equal(p.WeeksWithCompletionShare, Rate("WeeksWithCompletionShare"));
        Assert.Equal(p.PlatformToolShare, Rate("PlatformToolShare"));
        Assert.Equal(p.MilestoneProgress?.ByCount, Rate("MilestoneProgress.ByCount"));
        Assert.Equal(p.MilestoneProgress?.ByImpact, Rate("MilestoneProgress.ByImpact"));

        double? Rate(string of) => lines[of].Sum(l => l.Denominator!.Value) is > 0 and var all ? (double)lines[of].Sum(l => l.Numerator!.Value) / all : null;
    });

    [Fact]
    public void The_order_of_records_makes_no_difference() => Check((judged, records) =>
    {
        var turned = new Judged { Day = judged.Day };
        var same = new Judged { Day = judged.Day };
        foreach (var record in records) same.With(record);
        foreach (var record in records.Reverse()) turned.With(record);
        Assert.Equal(TestStore.Csv([same.Progress]), TestStore.Csv([turned.Progress]));
    });

    [Fact]
    public void A_past_day_looks_as_if_what_was_completed_later_were_not_there() => Check((judged, records) =>
    {
        var then = new Judged { Day = judged.Day };
        var now = new Judged { Day = judged.Day };
        foreach (var record in records.Where(r => !(r.Day > judged.Day.DayNumber))) then.With(record);
        foreach (var record in records) now.With(record);
        Assert.Equal(TestStore.Csv([then.Progress]), TestStore.Csv([now.Progress]));
    });

    private static void Check(Action<Judged, CountedTask[]> check) =>
        Prop.ForAll(Anyone, anyone => check(anyone.Judged, anyone.Records)).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(150, 3_000)));

    private static Judged Judge(
        CountedTask[] records, (int Area, int Priority, int Tool, int Milestone, int Impact, int DependsOn)[] tasks, RecommendationWeights weights, int day, int milestone)
    {
        var judged = new Judged { Day = First.AddDays(day), Weights = weights, Milestone = milestone < 0 ? null : TaskOptions.Milestone.Values[milestone] };
        foreach (var record in records) judged.With(record);
        foreach (var (i, t) in tasks.Index())
            judged.Catalog(
                Ids[i], TaskOptions.Milestone.Values[t.Milestone], TaskOptions.Competency.Values[t.Area], TaskOptions.Priority.Values[t.Priority],
                TaskOptions.Tool.Values[t.Tool], t.Impact, t.DependsOn < i ? [Ids[t.DependsOn]] : []);
        return judged;
    }
}
