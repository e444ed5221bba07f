namespace Progress.Doubles.Airtable;

/// <summary>So many requests in any second; one more locks everything out for a while.</summary>
internal sealed class SlidingLimit
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Queue<DateTimeOffset> taken = new();
    private DateTimeOffset lockedUntil;

    public void Take(int perSecond, AirtableSwitches switches, DateTimeOffset now)
    {
        if (now < lockedUntil)
        {
            if (switches.RefusalsExtendLock)
                lockedUntil = now.AddSeconds(switches.LockSeconds);
            throw RateRefusal.TooFast(lockedUntil - now);
        }

        while (taken.TryPeek(out var first) && now - first >= Second)
            taken.Dequeue();
        if (taken.Count < perSecond)
        {
            taken.Enqueue(now);
            return;
        }

        if (switches.LocksWhenExceeded)
            lockedUntil = now.AddSeconds(switches.LockSeconds);
        throw RateRefusal.TooFast(switches.LocksWhenExceeded ? lockedUntil - now : taken.Peek() + Second - now);
    }
}
