using Progress.Csv;

namespace Progress.Customers;

/// <summary>How far a customer is with a task.</summary>
public sealed record TaskProgress
{
    /// <summary>Its code, e.g. <c>PROG_0001</c>; never reused. <c>PROG_?7</c> until the first push to Airtable gives it one.</summary>
    public required string ProgressId { get; init; }

    /// <summary>The customer, e.g. <c>CUST_02</c>.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The task's id in the catalogue; null of a task that is in none.</summary>
    public string? TaskId { get; init; }

    /// <summary>The task's name.</summary>
    public required string TaskName { get; init; }

    /// <summary>Where the task comes from, one of <see cref="TaskOptions.Source"/>.</summary>
    public string? TaskSource { get; init; }

    /// <summary>Its milestone in free text.</summary>
    public string? StageMilestone { get; init; }

    /// <summary>What the task develops, one of <see cref="TaskOptions.Competency"/>.</summary>
    public string? CompetencyArea { get; init; }

    /// <summary>How urgent it is, one of <see cref="TaskOptions.Priority"/>.</summary>
    public string? PriorityLevel { get; init; }

    /// <summary>Where it stands, one of <see cref="TaskOptions.Status"/>.</summary>
    public required string Status { get; init; }

    /// <summary>When it was completed; null while it is not.</summary>
    public DateOnly? CompletedDate { get; init; }

    /// <summary>The tool used, one of <see cref="TaskOptions.Tool"/>.</summary>
    public string? PlatformToolUsed { get; init; }

    /// <summary>Notes.</summary>
    public string? CompletionNotes { get; init; }

    /// <summary>Points gained, 1 to 10.</summary>
    public int? CompetencyImpact { get; init; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTime CreatedDate { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime LastUpdated { get; init; }

    /// <summary>Its identity here and in Airtable.</summary>
    public Guid SyncKey { get; init; }

    /// <summary>What became of it when it was entered; null of a record that is read.</summary>
    [CsvIgnore]
    public EntryStatus? Entry { get; init; }
}
