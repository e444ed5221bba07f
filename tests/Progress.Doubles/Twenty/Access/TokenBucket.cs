namespace Progress.Doubles;

/// <summary>
/// The bucket of the workspace as the server has it: what flows back is rounded down to whole tokens, and every
/// success starts the clock anew, so a steady caller faster than one token's time regains nothing.
/// </summary>
internal sealed class TokenBucket
{
    private DateTimeOffset refilledAt;
    private int? tokens;

    public bool TryTake(int limit, int windowMs, DateTimeOffset now)
    {
        var available = Available(limit, windowMs, now);
        if (available < 1)
            return false;
        (tokens, refilledAt) = (available - 1, now);
        return true;
    }

    /// <summary>Time until a token is there.</summary>
    public TimeSpan Wait(int limit, int windowMs, DateTimeOffset now)
    {
        var wait = refilledAt + TimeSpan.FromMilliseconds((double)windowMs / limit) - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    public DateTimeOffset FullAt(int limit, int windowMs) =>
        refilledAt + TimeSpan.FromMilliseconds((double)windowMs / limit * (limit - (tokens ?? limit)));

    private int Available(int limit, int windowMs, DateTimeOffset now)
    {
        if (tokens is not { } left)
            return limit;
        var elapsed = Math.Max(0, (now - refilledAt).TotalMilliseconds);
        return (int)Math.Min(limit, left + Math.Floor(elapsed * limit / windowMs));
    }
}
