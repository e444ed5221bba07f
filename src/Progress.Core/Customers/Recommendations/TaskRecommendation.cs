using Progress.Csv;

namespace Progress.Customers;

/// <summary>A task that a customer should do next.</summary>
public sealed record TaskRecommendation
{
    /// <summary>The customer's id.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The day at whose end it is recommended.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Its place in the customer's list, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>The task's id in the catalogue.</summary>
    public required string TaskId { get; init; }

    /// <summary>The task's name.</summary>
    public required string TaskName { get; init; }

    /// <summary>The sum of priority, gap, milestone and tool, each weighed; the higher the sooner.</summary>
    public required decimal Score { get; init; }

    /// <summary>How urgent it is, one of <see cref="TaskOptions.Priority"/>.</summary>
    public required string PriorityLevel { get; init; }

    /// <summary>What it develops, one of <see cref="TaskOptions.Competency"/>.</summary>
    public required string CompetencyArea { get; init; }

    /// <summary>Points that it gains, 1 to 10.</summary>
    public required int CompetencyImpact { get; init; }

    /// <summary>Its milestone in free text.</summary>
    public required string? StageMilestone { get; init; }

    /// <summary>The tool that it is done with, one of <see cref="TaskOptions.Tool"/>.</summary>
    public required string PlatformTool { get; init; }

    /// <summary>Whether the customer works on it already.</summary>
    public required bool InProgress { get; init; }

    /// <summary>The terms of the score; null unless asked for.</summary>
    [CsvIgnore]
    public IReadOnlyList<ExplanationLine>? Explanation { get; init; }
}
