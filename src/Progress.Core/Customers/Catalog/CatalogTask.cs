namespace Progress.Customers;

/// <summary>A task of the catalogue: what a customer can do.</summary>
public sealed record CatalogTask
{
    /// <summary>The task's id, e.g. <c>seed-task-001</c>.</summary>
    public required string TaskId { get; init; }

    /// <summary>Name.</summary>
    public required string TaskName { get; init; }

    /// <summary>Where it comes from, one of <see cref="TaskOptions.Source"/>.</summary>
    public required string TaskSource { get; init; }

    /// <summary>Its milestone in free text, e.g. <c>Initial PMF (Product-Market Fit)</c>.</summary>
    public string? StageMilestone { get; init; }

    /// <summary>The one of <see cref="TaskOptions.Milestone"/> that the text means; null where it means none.</summary>
    public string? Milestone { get; init; }

    /// <summary>What it develops, one of <see cref="TaskOptions.Competency"/>.</summary>
    public required string CompetencyArea { get; init; }

    /// <summary>How urgent it is, one of <see cref="TaskOptions.Priority"/>.</summary>
    public required string PriorityLevel { get; init; }

    /// <summary>The tool that it is done with, one of <see cref="TaskOptions.Tool"/>.</summary>
    public required string PlatformTool { get; init; }

    /// <summary>Points that it gains, 1 to 10.</summary>
    public required int CompetencyImpact { get; init; }

    /// <summary>Ids of the tasks that must be done before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Whether another says the same of the task; ids are the same whatever their case.</summary>
    internal bool Says(CatalogTask other) =>
        (TaskName, TaskSource, StageMilestone, CompetencyArea, PriorityLevel, PlatformTool, CompetencyImpact)
            == (other.TaskName, other.TaskSource, other.StageMilestone, other.CompetencyArea, other.PriorityLevel, other.PlatformTool, other.CompetencyImpact)
        && DependsOn.SequenceEqual(other.DependsOn, StringComparer.OrdinalIgnoreCase);
}
