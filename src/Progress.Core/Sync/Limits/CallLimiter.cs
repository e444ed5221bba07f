using Progress.Store;

namespace Progress.Sync;

/// <summary>Lets calls through to a remote, evenly, in turns that all processes share through the store.</summary>
/// <remarks>It uses the store of its thread: nobody may wait inside a change.</remarks>
internal sealed class CallLimiter : ICallGate, IDisposable
{
    /// <summary>A pause that a remote wants and that is longer ends the pass.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);
    private readonly ProgressStore store;
    private readonly string remote;
    private readonly CallLimit limit;
    private readonly Func<double> chance;
    private readonly Statement query, save;

    /// <param name="store">The store.</param>
    /// <param name="remote">The remote's host, which all connections to it share.</param>
    /// <param name="limit">How often it may be called.</param>
    /// <param name="chance">Chance, 0 to 1, for the jitter of pauses.</param>
    public CallLimiter(ProgressStore store, string remote, CallLimit limit, Func<double> chance)
    {
        (this.store, this.remote, this.limit, this.chance) = (store, remote, limit, chance);
        query = CallRate.Query(store.Connection);
        save = new Statement(
            store.Connection,
            """
            INSERT INTO crm_rate (remote, next_at, credit, month, month_calls) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (remote) DO UPDATE SET
                next_at = excluded.next_at, credit = excluded.credit, month = excluded.month, month_calls = excluded.month_calls
            """);
    }

    /// <summary>Calls that this gate let through.</summary>
    public int Calls { get; private set; }

    /// <summary>Done every few seconds while it waits, e.g. renewing a lease.</summary>
    public Action? Meanwhile { get; set; }

    /// <summary>What may be called now.</summary>
    public CallBudget Budget => CallBudget.Read(store, remote, limit);

    private long Now => CallPace.Microseconds(store.UtcNow);

    /// <inheritdoc/>
    /// <exception cref="RemoteException">
    /// <see cref="RemoteFault.Throttled"/>: the remote wants a pause longer than <see cref="Patience"/>; <see cref="RemoteFault.QuotaExhausted"/>:
    /// the month has no calls left.
    /// </exception>
    public void Wait(int calls, CancellationToken cancel)
    {
        // While we waited for our turn, another may have been refused.
        while (WaitUntil(Take(calls, cancel), cancel) && Read().IsBlocked(Now)) { }
        Calls += calls;
    }

    /// <inheritdoc/>
    public void Refused(TimeSpan? retryAfter, double? perMinute) => store.Change(change =>
    {
        var now = Now;
        CallRate.Read(query, remote, now).Refuse(limit, now, retryAfter, perMinute, chance()).Save(change.Connection, remote);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        query.Dispose();
        save.Dispose();
    }

    private CallRate Read() => store.Read(_ => CallRate.Read(query, remote, Now));

    private long Take(int calls, CancellationToken cancel)
    {
        // Without a limit nothing is written: nobody waits for anybody.
        if (limit.PerMinute is null && Read() is { PerMinute: null } free) return Opening(free);
        return store.Change(
            _ =>
            {
                var rate = CallRate.Read(query, remote, Now);
                if (limit.PaceWith(rate.PerMinute) is not { } pace) return Opening(rate);
                var month = Counted(rate.Month.At(store.UtcNow), calls);
                var (due, turns) = pace.Take(rate.Turns, Opening(rate), calls);
                save.Bind(1, remote).Bind(2, turns.NextAt).Bind(3, turns.Credit).Bind(4, month.Number).Bind(5, month.Calls).Run();
                return due;
            },
            cancel: cancel);
    }

    private CallMonth Counted(CallMonth month, int calls) => month.Calls + calls <= (limit.PerMonth ?? int.MaxValue)
        ? month with { Calls = month.Calls + calls }
        : throw new RemoteException(
            RemoteFault.QuotaExhausted,
            $"The {limit.PerMonth} calls of {remote} that the plan has in a month are used up. What is pending is kept, and sync goes on at "
            + $"{IsoText.Utc(month.End)}. If the plan has more, say which it is: Set-ProgressSetting airtable.plan.")
        {
            RetryAfter = month.End - store.UtcNow,
        };

    /// <summary>From when on there are turns.</summary>
    private long Opening(CallRate rate)
    {
        var now = Now;
        var pause = TimeSpan.FromMicroseconds(Math.Max(0, rate.BlockedUntil - now));
        if (pause <= Patience) return Math.Max(now, rate.BlockedUntil);
        throw new RemoteException(
            RemoteFault.Throttled, $"{remote} was called too often and wants a pause until {IsoText.Utc(store.UtcNow + pause)}. Sync again then.")
        {
            RetryAfter = pause,
        };
    }

    /// <returns>Whether there was anything to wait for.</returns>
    private bool WaitUntil(long due, CancellationToken cancel)
    {
        var waited = false;
        for (long left; (left = due - Now) > 0; waited = true)
        {
            // Delays count whole milliseconds; a call must not be early by a part of one.
            var span = TimeSpan.FromMilliseconds(Math.Min(Breath.TotalMilliseconds, Math.Ceiling(left / 1000.0)));
            Task.Delay(span, store.Options.Clock, cancel).GetAwaiter().GetResult();
            Meanwhile?.Invoke();
        }

        return waited;
    }
}
