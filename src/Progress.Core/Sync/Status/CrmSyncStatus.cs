using Progress.Settings;

namespace Progress.Sync;

/// <summary>How a connection stands.</summary>
public enum CrmSyncState
{
    /// <summary>What we show is what the remote has.</summary>
    Ok,

    /// <summary>Changes wait to be sent.</summary>
    Pending,

    /// <summary>It was never synced.</summary>
    NeverSynced,

    /// <summary>Something is wrong: see <see cref="CrmSyncStatus.Error"/>, <see cref="CrmSyncStatus.Refusals"/> and what to do next.</summary>
    Problem,

    /// <summary>All traffic is stopped (<c>sync.paused</c>).</summary>
    Paused,
}

/// <summary>A record that a remote will not have.</summary>
/// <param name="Entity">The remote's object, e.g. <c>repProgression</c>.</param>
/// <param name="Key">Our key of it.</param>
/// <param name="Name">Name of the rep that it is about, where it is about one.</param>
/// <param name="Reason">Why, as the remote says.</param>
/// <param name="Since">Since when the change waits, UTC.</param>
public sealed record CrmRefusal(string Entity, string Key, string? Name, string Reason, DateTime Since);

/// <summary>How a connection stands, and what to do about it.</summary>
public sealed record CrmSyncStatus
{
    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>Which system.</summary>
    public required CrmProvider Provider { get; init; }

    /// <summary>The service's root.</summary>
    public required string Uri { get; init; }

    /// <summary>How it stands.</summary>
    public required CrmSyncState State { get; init; }

    /// <summary>Records that wait to be sent.</summary>
    public int Pending { get; init; }

    /// <summary>Records that the remote will not have.</summary>
    public int Refused { get; init; }

    /// <summary>The first of them, and why.</summary>
    public IReadOnlyList<CrmRefusal> Refusals { get; init; } = [];

    /// <summary>Calls that the remote does not have; null before the first pull, and where calls are not fetched.</summary>
    public int? LocalOnlyCalls { get; init; }

    /// <summary>Conflicts that wait for somebody to decide.</summary>
    public int OpenConflicts { get; init; }

    /// <summary>When everything was last sent, UTC.</summary>
    public DateTime? LastPush { get; init; }

    /// <summary>When everything was last fetched, UTC.</summary>
    public DateTime? LastPull { get; init; }

    /// <summary>What is wrong; null for nothing.</summary>
    public string? Error { get; init; }

    /// <summary>The error's stable id, e.g. <c>KeyExpired</c>.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTime? ErrorSince { get; init; }

    internal string? ErrorStep { get; init; }

    /// <summary>What to do next; null for nothing.</summary>
    public string? NextStep { get; init; }

    /// <summary>Whether the remote has what we keep there, and what it lacks; null before it was asked.</summary>
    public string? Schema { get; init; }

    /// <summary>What answers there, and its version where it tells.</summary>
    public string? Server { get; init; }

    /// <summary>Where the key comes from; never the key.</summary>
    public required string KeySource { get; init; }

    /// <summary>Whether there is a key where it comes from; true where none is needed.</summary>
    public bool KeyPresent { get; init; }

    /// <summary>When the key expires, UTC, where it tells.</summary>
    public DateTime? KeyExpires { get; init; }

    /// <summary>Calls a minute at our pace; null without a limit.</summary>
    public double? CallsPerMinute { get; init; }

    /// <summary>Calls that can be made within the coming minute; null without a limit.</summary>
    public int? CallsLeft { get; init; }

    /// <summary>Of Airtable, calls that this store has made in the present calendar month (UTC); null of all others.</summary>
    public int? CallsThisMonth { get; init; }

    /// <summary>Calls that the plan has in a month; null for as many as the rate allows.</summary>
    public int? CallsPerMonth { get; init; }

    /// <summary>Seconds until what is pending can have been sent.</summary>
    public double ExpectedSeconds { get; init; }

    /// <summary>Who syncs it right now; null for nobody.</summary>
    public string? SyncedBy { get; init; }
}
