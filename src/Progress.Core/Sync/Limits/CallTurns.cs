namespace Progress.Sync;

/// <summary>Whose turn it is, as all callers of a remote share it.</summary>
/// <param name="NextAt">When the next call is due, in microseconds since 1970.</param>
/// <param name="Credit">Calls of the present burst that may still be made before that; each puts it off by a turn.</param>
internal readonly record struct CallTurns(long NextAt, int Credit);

/// <summary>How calls follow each other.</summary>
/// <remarks>
/// A burst is earned by a pause before it and paid for by one after it: n calls at once need n − 1 turns in which nobody called, and take n
/// turns. So n + 1 calls that follow each other never take less than n turns, but for those of one burst, and a server that counts the
/// calls of a sliding second sees no more of them than the pace has.
/// Servers that count whole tokens forget the rest of the time at every call (Twenty: <c>floor(elapsed × limit / window)</c>), so a
/// call a little early earns nothing there. We count the same way, with a slower beat: what we think is left, is left.
/// </remarks>
/// <param name="PerMinute">Calls a minute, greater than 0.</param>
/// <param name="Burst">Calls that may follow each other at once after a pause, at least 1.</param>
internal sealed record CallPace(double PerMinute, int Burst)
{
    public const long Second = 1_000_000;

    public static long Microseconds(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Microseconds between two calls, never a little less than the pace.</summary>
    public long Interval { get; } = (long)Math.Ceiling(60 * Second / PerMinute);

    /// <summary>Takes the next turns.</summary>
    /// <returns>When the last of the calls is due, and whose turn it is then.</returns>
    public (long Due, CallTurns After) Take(CallTurns turns, long at, long calls)
    {
        var (from, credit) = Present(turns, at);
        var after = from + (calls * Interval);
        return calls <= credit ? (at, new CallTurns(after, credit - (int)calls)) : (after - Interval, new CallTurns(after, 0));
    }

    /// <summary>Calls that can be made from one moment to another.</summary>
    public long Between(CallTurns turns, long from, long to)
    {
        var (first, credit) = Present(turns, from);
        first += credit * Interval;
        return credit + (to < first ? 0 : 1 + ((to - first) / Interval));
    }

    /// <summary>The burst at a moment: from when on its turns count, and calls that are left of it. A pause begins a new one, and ends the one before.</summary>
    private (long From, int Credit) Present(CallTurns turns, long at) =>
        at < turns.NextAt ? (turns.NextAt, turns.Credit) : (at, (int)Math.Min(Burst, 1 + ((at - turns.NextAt) / Interval)));
}
