namespace Progress.Customers;

/// <summary>Which tasks a customer can do next.</summary>
/// <remarks>
/// A task is done when it is completed. What a customer skipped was not done, so that what builds on it waits, until somebody completes it.
/// </remarks>
internal static class Recommend
{
    /// <summary>Tasks that are open and wait for none, best first, ties by id.</summary>
    public static IEnumerable<(CatalogTask Task, TaskScore Score)> Best(TaskTally tally, CatalogIndex catalog, TaskScorer scorer) =>
        // The catalogue is in order of id, and sorting keeps it among equals.
        catalog.Tasks
            .Where(task => IsOpen(task, tally) && task.DependsOn.All(tally.IsCompleted))
            .Select(task => (Task: task, Score: scorer.Of(task)))
            .OrderByDescending(t => t.Score.Total);

    /// <summary>Open tasks that wait for one that was skipped.</summary>
    public static IEnumerable<CatalogTask> WaitingForSkipped(TaskTally tally, CatalogIndex catalog) =>
        catalog.Tasks.Where(task => IsOpen(task, tally) && task.DependsOn.Any(tally.IsSkipped));

    private static bool IsOpen(CatalogTask task, TaskTally tally) => !tally.IsCompleted(task.TaskId) && !tally.IsSkipped(task.TaskId);
}
