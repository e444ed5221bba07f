using Progress.Store;

namespace Progress.Customers;

/// <summary>Tasks that customers should do next.</summary>
public static class TaskRecommendations
{
    /// <summary>How many are recommended where nobody says.</summary>
    public const int DefaultTop = 5;

    /// <summary>The best tasks of each customer, best first, ties by task id; customers as <see cref="CustomerProgresses.Get"/> has them.</summary>
    /// <remarks>
    /// Tasks of the catalogue that the customer neither completed nor skipped, and whose dependencies are completed: a skipped task was
    /// not done, so what builds on it waits.
    /// </remarks>
    /// <param name="store">The store; its settings hold the weights.</param>
    /// <param name="customers">Ids, names or wildcard patterns; all active customers without any.</param>
    /// <param name="top">How many for each customer, 1 or more.</param>
    /// <param name="asOf">As of the end of this day, as in <see cref="CustomerProgresses.Get"/>; today without it.</param>
    /// <param name="explain">Fills the explanations, whose amounts add up to the score.</param>
    /// <exception cref="ProgressException"><c>CustomerNotFound</c>, <c>InvalidTop</c>.</exception>
    public static IEnumerable<TaskRecommendation> Get(
        ProgressStore store, IReadOnlyCollection<string>? customers = null, int top = DefaultTop, IsoTime? asOf = null, bool explain = false)
    {
        if (top < 1) throw new ProgressException("InvalidTop", ErrorKind.InvalidData, $"Top is {top}; it must be 1 or more.", top);
        return CustomerReading.Of(store, customers, asOf)
            .SelectMany(state => state.Recommended.Take(top).Select((t, i) => Describe(state, t.Task, t.Score, i + 1, explain)));
    }

    private static TaskRecommendation Describe(CustomerState state, CatalogTask task, TaskScore score, int place, bool explain) => new()
    {
        CustomerId = state.Customer.Id, AsOf = DateOnly.FromDayNumber(state.Tally.Day), Place = place, TaskId = task.TaskId,
        TaskName = task.TaskName, Score = score.Total, PriorityLevel = task.PriorityLevel, CompetencyArea = task.CompetencyArea,
        CompetencyImpact = task.CompetencyImpact, StageMilestone = task.StageMilestone, PlatformTool = task.PlatformTool,
        InProgress = state.Tally.IsActive(task.TaskId), Explanation = explain ? state.Scorer.Explain(task).ToList() : null,
    };
}
