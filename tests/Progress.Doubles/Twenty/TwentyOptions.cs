namespace Progress.Doubles;

/// <summary>Form of the answers of the metadata REST endpoints.</summary>
public enum MetadataFormat
{
    New,
    Legacy,
}

public enum ThrottleForm
{
    /// <summary>No limit.</summary>
    None,

    /// <summary>REST 429 without Retry-After; GraphQL 200 with errors.</summary>
    Status429,

    /// <summary>REST 400 with the same message (old servers); GraphQL 200 with errors.</summary>
    Status400,

    /// <summary>Only GraphQL is limited: 200 with errors.</summary>
    GraphQl,

    /// <summary>429 with Retry-After and X-RateLimit headers, for REST and GraphQL.</summary>
    V2Headers,

    /// <summary>402, the quota of the period is used up; no headers.</summary>
    Status402,
}

public enum DateTimeGranularity
{
    /// <summary>Times compare by the millisecond, as they are shown.</summary>
    Ms,

    /// <summary>Times compare by the microsecond and are shown by the millisecond.</summary>
    Us,
}

/// <summary>How an empty text comes back.</summary>
public enum EmptyText
{
    Null,
    Empty,
}

/// <summary>Where releases of Twenty differ. The defaults are those of a recent server without a limit.</summary>
public sealed record TwentyOptions
{
    public string AppVersion { get; init; } = "2.41.0";

    public MetadataFormat MetadataFormat { get; init; }

    /// <summary>404, or 400 as old servers say it.</summary>
    public int MissingRecordStatus { get; init; } = 404;

    /// <summary>False answers PATCH without an id with 400.</summary>
    public bool RestUpdateMany { get; init; } = true;

    /// <summary>True updates every record where the filter is empty, as servers up to 2.27 do.</summary>
    public bool EmptyFilterUpdatesAll { get; init; }

    public ThrottleForm Throttle { get; init; }

    /// <summary>Tokens per window.</summary>
    public int Limit { get; init; } = 100;

    public int WindowMs { get; init; } = 60_000;

    /// <summary>Largest page and largest batch: 60 or 200.</summary>
    public int MaxLimit { get; init; } = 200;

    public DateTimeGranularity DateTimeGranularity { get; init; }

    public EmptyText EmptyText { get; init; }

    public bool TotalCountNull { get; init; }

    /// <summary>Reads see the state of so many milliseconds ago.</summary>
    public int ReplicaLagMs { get; init; }

    /// <summary>Every so-manyth write is carried out and its answer lost; 0 none.</summary>
    public int DropAfterCommit { get; init; }

    /// <summary>Milliseconds for which the records of a new object are not found.</summary>
    public int MetadataDelayMs { get; init; }

    /// <summary>The metadata REST endpoints answer 500 without a body.</summary>
    public bool Empty500 { get; init; }

    /// <summary>A batch answers under the bare plural, as a short-lived build did.</summary>
    public bool BatchKeyPlural { get; init; }

    /// <summary>False answers /graphql and /metadata with 404.</summary>
    public bool GraphQl { get; init; } = true;

    /// <summary>False answers /rest/batch with 400.</summary>
    public bool RestBatch { get; init; } = true;

    /// <summary>False ignores ?upsert=true in REST.</summary>
    public bool RestUpsert { get; init; } = true;

    /// <summary>True names the columns of noteTargets targetPersonId, targetCompanyId, …; false personId, companyId, ….</summary>
    public bool MorphTargets { get; init; }

    /// <summary>True says "Record already exists" for a duplicate, as old servers do.</summary>
    public bool OldDuplicateText { get; init; }
}
