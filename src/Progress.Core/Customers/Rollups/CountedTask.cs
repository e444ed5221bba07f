namespace Progress.Customers;

/// <summary>What roll-ups read of a progress record.</summary>
/// <param name="TaskId">The task's id in the catalogue, where it has one.</param>
/// <param name="Name">Name of a task without an id; else null.</param>
/// <param name="Status">One of <see cref="TaskOptions.Status"/>.</param>
/// <param name="Day">The day of its completion, where known.</param>
/// <param name="Competency">What it developed, where known.</param>
/// <param name="Tool">The tool it was done with, where known.</param>
/// <param name="Impact">Points that it gained, where known.</param>
internal readonly record struct CountedTask(
    string? TaskId, string? Name, string Status, int? Day = null, string? Competency = null, string? Tool = null, int? Impact = null)
{
    public string Label => TaskId ?? Name ?? "";

    /// <summary>Whether a tool of the platform did it.</summary>
    public bool HasTool => Tool is not (null or TaskOptions.NoTool);
}
