using Progress.Store;

namespace Progress.Customers;

/// <summary>A progress record as the store keeps it.</summary>
internal sealed record TaskProgressRow
{
    /// <summary>Its key in the store; 0 of one that is not in it yet.</summary>
    public long Id { get; init; }

    public required Guid SyncKey { get; init; }

    /// <summary>Number of its code; null while it is provisional.</summary>
    public long? Number { get; init; }

    /// <summary>Number of its provisional code, which it keeps: it is not given again.</summary>
    public long? Provisional { get; init; }

    public required int Customer { get; init; }
    public string? Task { get; init; }
    public required string Name { get; init; }
    public string? Source { get; init; }
    public string? Stage { get; init; }
    public string? Competency { get; init; }
    public string? Priority { get; init; }
    public required string Status { get; init; }
    public int? CompletedDay { get; init; }
    public string? Tool { get; init; }
    public string? Notes { get; init; }
    public int? Impact { get; init; }
    public long Created { get; init; }
    public long Updated { get; init; }

    /// <summary>When it was found to be deleted in Airtable; no longer counted then.</summary>
    public long? Gone { get; init; }

    public string Code => ProgressCode.Of(Number, Provisional);

    /// <summary>Key of the record in outbox and audit.</summary>
    public string Key => SyncKey.ToString("D");

    public TaskProgress Describe(CustomerRegister register, EntryStatus? entry = null) => new()
    {
        ProgressId = Code, CustomerId = register[Customer].Id, TaskId = Task, TaskName = Name, TaskSource = Source, StageMilestone = Stage,
        CompetencyArea = Competency, PriorityLevel = Priority, Status = Status,
        CompletedDate = CompletedDay is { } day ? DateOnly.FromDayNumber(day) : null, PlatformToolUsed = Tool, CompletionNotes = Notes,
        CompetencyImpact = Impact, CreatedDate = StoredValues.FromMs(Created), LastUpdated = StoredValues.FromMs(Updated), SyncKey = SyncKey,
        Entry = entry,
    };
}
