namespace Progress.Sync;

/// <summary>What went wrong between us and a remote.</summary>
internal enum RemoteFault
{
    /// <summary>No connection, or no answer in time.</summary>
    Unreachable,

    /// <summary>An answer that no such service gives: HTML of a proxy, broken JSON, more than we take.</summary>
    BadAnswer,

    /// <summary>The address answers with a redirect; a key is not carried elsewhere.</summary>
    Redirected,

    /// <summary>The service failed (5xx).</summary>
    ServerError,

    /// <summary>No key was sent.</summary>
    KeyMissing,

    /// <summary>The key is wrong or revoked.</summary>
    KeyInvalid,

    /// <summary>The key has expired.</summary>
    KeyExpired,

    /// <summary>The key's role may not do this.</summary>
    Forbidden,

    /// <summary>Too many calls; nothing was done.</summary>
    Throttled,

    /// <summary>A quota is used up until its period ends.</summary>
    QuotaExhausted,

    /// <summary>There is no such object.</summary>
    UnknownObject,

    /// <summary>There is no such field, or it has another type.</summary>
    UnknownField,

    /// <summary>The settings name an object or a field that is not there.</summary>
    Unmapped,

    /// <summary>There is no such record.</summary>
    NotFound,

    /// <summary>A record with that id or unique value exists.</summary>
    Duplicate,

    /// <summary>The request is refused for another reason.</summary>
    Refused,
}

/// <summary>A request that a remote did not carry out as asked.</summary>
/// <param name="fault">What went wrong.</param>
/// <param name="message">What happened, to what, and what to do next, for people; never a key.</param>
/// <param name="inner">The cause.</param>
internal sealed class RemoteException(RemoteFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public RemoteFault Fault { get; } = fault;

    /// <summary>Whether the request may have been carried out all the same.</summary>
    public bool MayHaveBeenDone { get; init; }

    /// <summary>What the remote itself calls it, where it has a name for it.</summary>
    public string? Code { get; init; }

    /// <summary>How long the remote asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The limit that the refusal names, in calls a minute.</summary>
    public double? PerMinute { get; init; }

    /// <summary>Of a batch: what became of the writes before the fault, in order.</summary>
    public IReadOnlyList<WriteOutcome> Outcomes { get; init; } = [];

    /// <summary>Whether every other request would fail the same way, so that the pass ends.</summary>
    public bool EndsPass => Fault is RemoteFault.Unreachable or RemoteFault.BadAnswer or RemoteFault.Redirected or RemoteFault.ServerError
        or RemoteFault.KeyMissing or RemoteFault.KeyInvalid or RemoteFault.KeyExpired or RemoteFault.Throttled or RemoteFault.QuotaExhausted;

    /// <summary>The same as the front doors know it.</summary>
    public ProgressException ToError(string connection) => new(Fault.ToString(), ErrorKind.Remote, $"{connection}: {Message}", connection, this);
}
