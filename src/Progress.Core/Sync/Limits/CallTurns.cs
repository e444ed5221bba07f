namespace Progress.Sync;

/// <summary>Whose turn it is, as all callers of a remote share it.</summary>
/// <param name="NextAt">When the next call is due, in microseconds since 1970.</param>
/// <param name="Credit">Calls that may be made before that.</param>
internal readonly record struct CallTurns(long NextAt, int Credit);

/// <summary>How calls follow each other.</summary>
/// <remarks>
/// Servers count whole tokens and forget the rest of the time at every call (Twenty: <c>floor(elapsed × limit / window)</c>), so a
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
        var credit = Earned(turns, at);
        if (calls <= credit) return (at, new CallTurns(at + Interval, credit - (int)calls));
        var first = credit == 0 ? turns.NextAt : at + Interval;
        var due = first + ((calls - credit - 1) * Interval);
        return (due, new CallTurns(due + Interval, 0));
    }

    /// <summary>Calls that can be made from one moment to another.</summary>
    public long Between(CallTurns turns, long from, long to)
    {
        var credit = Earned(turns, from);
        var first = credit == 0 ? turns.NextAt : from + Interval;
        return credit + (to < first ? 0 : 1 + ((to - first) / Interval));
    }

    private int Earned(CallTurns turns, long at) =>
        at < turns.NextAt ? turns.Credit : (int)Math.Min(Burst, turns.Credit + 1 + ((at - turns.NextAt) / Interval));
}
