namespace Progress.Tests.Sync;

/// <summary>
/// The token bucket of a Twenty server: it counts whole tokens of whole milliseconds, and forgets the rest of the time at every call that
/// it lets through.
/// </summary>
internal sealed class TwentyBucket(int max, int windowMs = 60_000)
{
    private readonly Lock gate = new();
    private long tokens = max;
    private long? refilled;

    public int Passed { get; private set; }

    public int Refused { get; private set; }

    public bool Ask(DateTimeOffset at)
    {
        lock (gate)
        {
            var now = at.ToUnixTimeMilliseconds();
            var left = Math.Min(max, tokens + ((now - (refilled ?? now)) * max / windowMs));
            if (left < 1)
            {
                Refused++;
                return false;
            }

            (tokens, refilled) = (left - 1, now);
            Passed++;
            return true;
        }
    }
}
