namespace Progress.Customers;

/// <summary>How far a customer is with the catalogue's tasks of a milestone; a skipped task is not a completed one.</summary>
/// <param name="Milestone">One of <see cref="TaskOptions.Milestone"/>.</param>
/// <param name="CompletedTasks">How many of its tasks are completed.</param>
/// <param name="Tasks">How many tasks the catalogue has of it.</param>
/// <param name="CompletedImpact">The catalogue's impact of those that are completed.</param>
/// <param name="Impact">The catalogue's impact of all its tasks.</param>
public sealed record MilestoneProgress(string Milestone, int CompletedTasks, int Tasks, int CompletedImpact, int Impact)
{
    /// <summary>Completed tasks ÷ tasks, 0–1; null where the catalogue has none.</summary>
    public double? ByCount => new Rate(CompletedTasks, Tasks).Value;

    /// <summary>Impact of completed tasks ÷ impact of all, 0–1; null where the catalogue has none.</summary>
    public double? ByImpact => new Rate(CompletedImpact, Impact).Value;

    /// <summary>Whether every task of it is completed.</summary>
    public bool Complete => Tasks > 0 && CompletedTasks == Tasks;

    /// <summary>Once it is complete, the next of the eight; null before that, and after the last.</summary>
    public string? SuggestedMilestone => Complete ? Next(Milestone) : null;

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Milestone}: {CompletedTasks} of {Tasks} tasks, {CompletedImpact} of {Impact} points");

    internal static MilestoneProgress? Of(string? milestone, TaskTally tally, CatalogIndex catalog)
    {
        if (milestone is null) return null;
        var tasks = catalog.Of(milestone);
        var done = tasks.Where(t => tally.IsCompleted(t.TaskId)).ToList();
        return new MilestoneProgress(milestone, done.Count, tasks.Count, done.Sum(t => t.CompetencyImpact), tasks.Sum(t => t.CompetencyImpact));
    }

    private static string? Next(string milestone) =>
        TaskOptions.Milestone.Values.SkipWhile(m => m != milestone).Skip(1).FirstOrDefault();
}
