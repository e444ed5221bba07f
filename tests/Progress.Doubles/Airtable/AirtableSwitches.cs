namespace Progress.Doubles.Airtable;

/// <summary>
/// What is not known for certain of the real service. Defaults are the likelier side; a client that depends on none passes everywhere
/// (<see cref="AirtablePositions"/>).
/// </summary>
public sealed record AirtableSwitches
{
    public MissingRecord MissingOnRead { get; init; } = MissingRecord.Status403;

    /// <summary>Of single updates and deletes; a batch update is always refused with 422.</summary>
    public MissingRecord MissingOnWrite { get; init; } = MissingRecord.Status404;

    public MissingRecord MissingOnBatchDelete { get; init; } = MissingRecord.Status404;

    public BodyStatus UnparsableBody { get; init; }

    public NotFoundForm NotFound { get; init; }

    /// <summary>True leaves the message out of every error.</summary>
    public bool ErrorsWithoutMessage { get; init; }

    /// <summary>Of addresses above 16,000 characters.</summary>
    public LongUrl LongUrl { get; init; }

    /// <summary>True refuses eleven records on creation with "A maximum of 10 …", false with the text of updates.</summary>
    public bool CreateLimitNamesCount { get; init; }

    /// <summary>Requests a second for each base; 0 does not limit.</summary>
    public int PerSecond { get; init; } = 5;

    /// <summary>Requests a second for each token; 0 does not limit.</summary>
    public int TokenPerSecond { get; init; } = 50;

    /// <summary>How long everything is refused after too many requests.</summary>
    public int LockSeconds { get; init; } = 30;

    /// <summary>False refuses only what is above the limit, without a lock.</summary>
    public bool LocksWhenExceeded { get; init; } = true;

    /// <summary>True starts the lock anew with each request that it refuses.</summary>
    public bool RefusalsExtendLock { get; init; }

    public RateLimitEnvelope RateLimitEnvelope { get; init; }

    /// <summary>Retry-After on 429.</summary>
    public bool RetryAfter { get; init; }

    /// <summary>Calls a month; 0 does not limit.</summary>
    public int MonthlyCalls { get; init; }

    public MonthlyCap MonthlyCap { get; init; }

    public bool UpsertIgnoresCase { get; init; }

    public bool UpsertTrims { get; init; }

    /// <summary>An empty key finds the record without one.</summary>
    public bool UpsertMatchesEmpty { get; init; }

    /// <summary>Numbers are taken for the text of a key, and the reverse.</summary>
    public bool UpsertConvertsKey { get; init; }

    public SameNewKey SameNewKey { get; init; }

    public SeveralMatches SeveralMatches { get; init; }

    /// <summary>A date field takes a whole timestamp and keeps its day.</summary>
    public bool DatesTakeTimestamps { get; init; }

    /// <summary>With typecast, a link finds or creates the record with that text.</summary>
    public bool TypecastLinksByText { get; init; }

    /// <summary>LAST_MODIFIED_TIME() of a record that was never edited is when it was created; false is blank.</summary>
    public bool UntouchedIsModifiedWhenCreated { get; init; }

    /// <summary>A link that was made from the other table's side moves LAST_MODIFIED_TIME().</summary>
    public bool InverseLinksMoveModified { get; init; }

    /// <summary>Writing the value that is there moves LAST_MODIFIED_TIME().</summary>
    public bool SameValuesMoveModified { get; init; }

    public FieldIdsInFormulas FieldIdsInFormulas { get; init; }

    /// <summary>True refuses line breaks and other control characters in the texts of a formula.</summary>
    public bool RefusesControlCharacters { get; init; }

    /// <summary>True refuses comparisons with FALSE().</summary>
    public bool RefusesComparingFalse { get; init; }

    /// <summary>ARRAYJOIN of a link gives record ids instead of the primary fields' texts.</summary>
    public bool ArrayJoinGivesIds { get; init; }

    public Paging Paging { get; init; }

    /// <summary>How long a list can be continued; 0 until it is ended by command.</summary>
    public int IteratorSeconds { get; init; }

    /// <summary>Formula fields can be created.</summary>
    public bool FormulaCreation { get; init; } = true;

    /// <summary>Roll-ups, lookups and counts can be created.</summary>
    public bool RollupCreation { get; init; }

    /// <summary>False keeps the table with the fields before the one that was refused.</summary>
    public bool AtomicCreateTable { get; init; } = true;

    /// <summary>Fields without options have <c>"options":null</c>.</summary>
    public bool NullOptions { get; init; }

    /// <summary>Characters of a text; 0 does not limit.</summary>
    public int MaxCellLength { get; init; } = 100_000;

    /// <summary>Bytes of a request; above it the answer is 413. 0 does not limit.</summary>
    public int MaxBodyLength { get; init; }

    /// <summary>Records of a base; 0 does not limit.</summary>
    public int MaxRecords { get; init; }

    /// <summary>Every so-manyth write is carried out and its answer lost; 0 none.</summary>
    public int DropAfterCommit { get; init; }
}
