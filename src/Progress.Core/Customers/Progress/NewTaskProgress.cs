namespace Progress.Customers;

/// <summary>
/// Progress to be recorded. What is null is taken from the catalogue where it knows the task; empty text is as null.
/// </summary>
public sealed record NewTaskProgress
{
    /// <summary>The customer's id or name.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The task's id.</summary>
    public string? TaskId { get; init; }

    /// <summary>The task's name; needed where the catalogue does not know the task.</summary>
    public string? TaskName { get; init; }

    /// <summary>Where the task comes from, one of <see cref="TaskOptions.Source"/>.</summary>
    public string? TaskSource { get; init; }

    /// <summary>Its milestone in free text.</summary>
    public string? StageMilestone { get; init; }

    /// <summary>What the task develops, one of <see cref="TaskOptions.Competency"/>.</summary>
    public string? CompetencyArea { get; init; }

    /// <summary>How urgent it is, one of <see cref="TaskOptions.Priority"/>.</summary>
    public string? PriorityLevel { get; init; }

    /// <summary>Where it stands, one of <see cref="TaskOptions.Status"/>; <c>completed</c> where null.</summary>
    public string? Status { get; init; }

    /// <summary>When it was completed; today where null and the status is <c>completed</c>, and not allowed with another.</summary>
    public DateOnly? CompletedDate { get; init; }

    /// <summary>The tool used, one of <see cref="TaskOptions.Tool"/>.</summary>
    public string? PlatformToolUsed { get; init; }

    /// <summary>Notes, up to 100,000 characters.</summary>
    public string? CompletionNotes { get; init; }

    /// <summary>Points gained, 1 to 10.</summary>
    public int? CompetencyImpact { get; init; }

    /// <summary>Its identity, where it has one already; a new one where null.</summary>
    public Guid? SyncKey { get; init; }
}

/// <summary>What to change on a record; null leaves a value as it is, and empty text removes one that may be missing.</summary>
public sealed record TaskProgressUpdate
{
    /// <summary>The task's name.</summary>
    public string? TaskName { get; init; }

    /// <summary>Where the task comes from, one of <see cref="TaskOptions.Source"/>.</summary>
    public string? TaskSource { get; init; }

    /// <summary>Its milestone in free text.</summary>
    public string? StageMilestone { get; init; }

    /// <summary>What the task develops, one of <see cref="TaskOptions.Competency"/>.</summary>
    public string? CompetencyArea { get; init; }

    /// <summary>How urgent it is, one of <see cref="TaskOptions.Priority"/>.</summary>
    public string? PriorityLevel { get; init; }

    /// <summary>
    /// Where it stands, one of <see cref="TaskOptions.Status"/>. Set to <c>completed</c>, a record without a date gets today's; set to
    /// another, it loses its date.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>When it was completed; allowed only with the status <c>completed</c>.</summary>
    public DateOnly? CompletedDate { get; init; }

    /// <summary>The tool used, one of <see cref="TaskOptions.Tool"/>.</summary>
    public string? PlatformToolUsed { get; init; }

    /// <summary>Notes, up to 100,000 characters.</summary>
    public string? CompletionNotes { get; init; }

    /// <summary>Points gained, 1 to 10.</summary>
    public int? CompetencyImpact { get; init; }
}
