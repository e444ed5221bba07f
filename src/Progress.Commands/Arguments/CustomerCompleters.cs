using Progress.Customers;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Completes ids of customers, also from the beginning or a part of their names.</summary>
public sealed class CustomerCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        CustomerDirectory.List(store).Select(c => new Completion(
            c.CustomerId, $"{c.Name ?? c.CustomerId}, {c.CurrentMilestone ?? "no milestone"}", c.Name is null ? c.CustomerId : $"{c.CustomerId} {c.Name}"));
}

/// <summary>Completes ids of the catalogue's tasks, also from a part of their names.</summary>
public sealed class TaskCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        TaskCatalog.List(store).Select(t => new Completion(t.TaskId, $"{t.TaskName}, {t.PriorityLevel}, {t.StageMilestone}", $"{t.TaskId} {t.TaskName}"));
}

/// <summary>Completes codes of progress records.</summary>
public sealed class TaskProgressCompleter : StoreCompleter
{
    // Nobody reads on; and whoever presses Tab waits.
    private const long Most = 5_000;

    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        TaskProgresses.List(store, new TaskProgressQuery { First = Most })
            .Select(p => new Completion(p.ProgressId, $"{p.CustomerId}, {p.TaskName}, {p.Status}"));
}

/// <summary>Completes milestones, and the texts that the catalogue has for them.</summary>
public sealed class StageCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        TaskOptions.Milestone.Values
            .Concat(TaskCatalog.List(store).Select(t => t.StageMilestone).OfType<string>().Distinct())
            .Select(stage => new Completion(stage));
}
