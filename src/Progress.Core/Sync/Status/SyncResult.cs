namespace Progress.Sync;

/// <summary>Which way a pass carries changes.</summary>
public enum SyncDirection
{
    /// <summary>Ours there, then theirs here.</summary>
    Both,

    /// <summary>Ours there.</summary>
    Push,

    /// <summary>Theirs here.</summary>
    Pull,
}

/// <summary>How a pass ended.</summary>
public enum SyncOutcome
{
    /// <summary>All was done.</summary>
    Done,

    /// <summary>Some was not done; it is counted, and stays in the outbox.</summary>
    Partly,

    /// <summary>The pass ended early; what is pending stays in the outbox.</summary>
    Failed,

    /// <summary>Nothing was tried: sync is paused (<c>sync.paused</c>).</summary>
    Paused,
}

/// <summary>What one pass did; what <c>Get-CrmSyncLog</c> lists.</summary>
public sealed record SyncResult
{
    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>Which way.</summary>
    public SyncDirection Direction { get; init; }

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public SyncOutcome Status { get; init; }

    /// <summary>Calls that were made to the remote.</summary>
    public int Calls { get; init; }

    /// <summary>Records that were changed there.</summary>
    public int Pushed { get; init; }

    /// <summary>Records that were made there.</summary>
    public int Created { get; init; }

    /// <summary>Records that were taken in from there.</summary>
    public int Pulled { get; init; }

    /// <summary>Call notes that were taken in from there.</summary>
    public int CallNotes { get; init; }

    /// <summary>Conflicts that were found; <c>Get-CrmConflict</c> lists them.</summary>
    public int Conflicts { get; init; }

    /// <summary>Records that the remote will not have.</summary>
    public int Refused { get; init; }

    /// <summary>Records that still wait to be sent.</summary>
    public int Pending { get; init; }

    /// <summary>Calls that the remote does not have.</summary>
    public int LocalOnlyCalls { get; init; }

    /// <summary>What a person should know: faults, and what was left out.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>0 when all was done or sync is paused, 1 when some was not, 2 when it failed.</summary>
    public int ExitCode => Status switch
    {
        SyncOutcome.Partly => 1,
        SyncOutcome.Failed => 2,
        _ => 0,
    };
}
