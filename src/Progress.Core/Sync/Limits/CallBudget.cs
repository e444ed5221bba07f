using Progress.Store;

namespace Progress.Sync;

/// <summary>How often a remote may be called from now on.</summary>
internal sealed class CallBudget
{
    private readonly CallPace? pace;
    private readonly CallTurns turns;
    private readonly long now, opening;

    private CallBudget(CallRate rate, CallLimit limit, long now)
    {
        (pace, turns, this.now, opening) = (limit.PaceWith(rate.PerMinute), rate.Turns, now, Math.Max(now, rate.BlockedUntil));
        (PerMonth, ThisMonth) = (limit.PerMonth, rate.Month.At(DateTime.UnixEpoch.AddMicroseconds(now)).Calls);
    }

    /// <summary>Calls that a calendar month (UTC) has; null without a quota.</summary>
    public int? PerMonth { get; }

    /// <summary>Calls that this store has made in the present month.</summary>
    public int ThisMonth { get; }

    /// <summary>Calls a minute at our pace; null without a limit.</summary>
    public double? PerMinute => pace?.PerMinute;

    /// <summary>Calls that can be made within the coming minute; null without a limit.</summary>
    public int? Left => pace is null ? null : opening >= now + Minute ? 0 : (int)pace.Between(turns, opening, now + Minute);

    private const long Minute = 60 * CallPace.Second;

    public static CallBudget Read(ProgressStore store, string remote, CallLimit limit)
    {
        var now = CallPace.Microseconds(store.UtcNow);
        return store.Read(connection =>
        {
            using var query = CallRate.Query(connection);
            return new CallBudget(CallRate.Read(query, remote, now), limit, now);
        });
    }

    /// <summary>Seconds until that many calls can have been made.</summary>
    public double ExpectedSeconds(int calls) =>
        calls == 0 ? 0 : ((pace?.Take(turns, opening, calls).Due ?? opening) - now) / (double)CallPace.Second;
}
