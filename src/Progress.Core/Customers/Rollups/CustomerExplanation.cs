namespace Progress.Customers;

/// <summary>How a customer's figures came about: the records behind each, the weeks and the tasks of the milestone.</summary>
internal static class CustomerExplanation
{
    public static IEnumerable<ExplanationLine> Of(CustomerState state) =>
        [.. Counts(state.Tally), .. Gains(state.Tally), .. Weeks(state.Tally), .. Tools(state.Tally), .. Milestone(state), .. Gaps(state.Tally)];

    private static IEnumerable<ExplanationLine> Counts(TaskTally tally)
    {
        yield return new("ActiveTasks", $"{tally.Active} × in_progress", "records in progress now", tally.Active);
        foreach (var tasks in tally.Completed.GroupBy(t => t.Competency ?? "no area").OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return new("CompletedTasks", $"{tasks.Count()} × completed, {tasks.Key}", $"completed by {IsoText.Day(tally.Day)}", tasks.Count());
        var rate = CustomerRates.Of(tally).Completion;
        yield return new("TaskCompletionRate", "completed of completed and active", "completed ÷ (completed + active)", null, rate.Numerator, rate.Denominator);
    }

    private static IEnumerable<ExplanationLine> Gains(TaskTally tally) =>
        tally.Completed.Select(task => new ExplanationLine(
            $"CompetencyGains.{task.Competency ?? "none"}", Named(task),
            task.Competency is null ? "no area to gain in" : task.Impact is null ? "no impact known" : "impact of a completed task",
            task.Competency is null ? 0 : task.Impact ?? 0));

    private static IEnumerable<ExplanationLine> Weeks(TaskTally tally)
    {
        if (tally.Records == 0) yield break;
        foreach (var (from, to) in FullWeeks.Before(tally.Day).Each)
        {
            var (span, count) = ($"{IsoText.Day(from)} to {IsoText.Day(to)}", tally.CompletedIn(from, to));
            yield return new("CompletionVelocity", span, "completed ÷ full weeks", null, count, 1);
            yield return new("WeeksWithCompletionShare", span, "weeks with a completion ÷ full weeks", null, count > 0 ? 1 : 0, 1);
        }
    }

    private static IEnumerable<ExplanationLine> Tools(TaskTally tally)
    {
        foreach (var (tool, count) in tally.Tools)
            yield return new("PreferredTools", $"{count} × {tool}", "completed with the tool", count);
        foreach (var tasks in tally.Completed.GroupBy(t => t.HasTool ? t.Tool! : TaskOptions.NoTool).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return new(
                "PlatformToolShare", $"{tasks.Count()} × {tasks.Key}", "completed with a tool ÷ completed", null,
                tasks.Key == TaskOptions.NoTool ? 0 : tasks.Count(), tasks.Count());
    }

    private static IEnumerable<ExplanationLine> Milestone(CustomerState state)
    {
        if (state.Customer.Milestone is not { } milestone) yield break;
        foreach (var task in state.Catalog.Of(milestone))
        {
            var done = state.Tally.IsCompleted(task.TaskId) ? 1 : 0;
            var what = $"{task.TaskId} {task.TaskName}, {(done == 1 ? "completed" : "not completed")}";
            yield return new("MilestoneProgress.ByCount", what, $"completed ÷ tasks of {milestone}", null, done, 1);
            yield return new("MilestoneProgress.ByImpact", what, $"impact of completed ÷ impact of {milestone}", null, done * task.CompetencyImpact, task.CompetencyImpact);
        }
    }

    private static IEnumerable<ExplanationLine> Gaps(TaskTally tally)
    {
        if (tally.Days.Count > 0)
            yield return new("DaysSinceLastCompletion", $"{IsoText.Day(tally.Days[^1])} to {IsoText.Day(tally.Day)}", "days since", tally.Day - tally.Days[^1]);
        if (tally.LongestGap is { } gap)
            yield return new("LongestGapDays", $"{IsoText.Day(gap.From)} to {IsoText.Day(gap.To)}", "most days from one completion to the next", gap.Days);
    }

    private static string Named(CountedTask task) => task.Day is { } day ? $"{task.Label} on {IsoText.Day(day)}" : $"{task.Label}, on a day not known";
}
