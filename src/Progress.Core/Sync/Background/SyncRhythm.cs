namespace Progress.Sync;

/// <summary>When a connection is due: what waits here goes soon, what is there is fetched now and then, and faults delay both.</summary>
/// <remarks>The store's times are UTC and may come from a clock that was set back since: what lies ahead counts as past.</remarks>
/// <param name="clock">The clock.</param>
/// <param name="chance">Chance, 0 to 1.</param>
/// <param name="wanted">Which way changes are carried at all.</param>
/// <param name="isDue">Whether everything is due at the beginning, however recently others did it.</param>
internal sealed class SyncRhythm(TimeProvider clock, Func<double> chance, SyncDirection wanted, bool isDue)
{
    /// <summary>How long the first change waits for others that go with it. With <see cref="Look"/> none waits longer than two seconds.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    /// <summary>How often to look for changes of other processes.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Never = TimeSpan.MaxValue;
    private readonly long origin = clock.GetTimestamp();
    private bool isDue = isDue;
    private TimeSpan ready, again;
    private OutboxMark? left;
    private DateTime? failed;
    private int faults;

    /// <summary>Whether the last pass failed, and it is too early for another.</summary>
    public bool IsFailing => failed is not null && Now < ready;

    private TimeSpan Now => clock.GetElapsedTime(origin);

    private DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    /// <summary>How long until the next pass, and which way it goes; <see cref="TimeSpan.MaxValue"/> for none.</summary>
    public (TimeSpan In, SyncDirection Direction) Next(SyncLook look)
    {
        // Where others got through in the meantime, so may we.
        if (failed is { } at && (look.LastPush > at || look.LastPull > at)) Forgive();
        var (push, all) = (Push(look), All(look));
        var first = Later(push < all ? push : all, ready - Now);
        return (Later(first, TimeSpan.Zero), all <= first ? wanted : SyncDirection.Push);
    }

    /// <summary>Forgets faults: somebody changed what may have caused them.</summary>
    public void Forgive() => (failed, left, faults, ready) = (null, null, 0, TimeSpan.Zero);

    /// <summary>Nothing could be tried, through nobody's fault.</summary>
    public void Hold() => ready = Now + Look;

    /// <summary>A pass failed.</summary>
    public void Fail() => (failed, ready) = (UtcNow, Now + Backoff.After(++faults, chance()));

    /// <summary>A pass ended.</summary>
    /// <param name="result">What it did.</param>
    /// <param name="waiting">What waits now.</param>
    /// <param name="isNews">Whether others changed the store meanwhile, so that some of it may have come since.</param>
    public void End(SyncResult result, OutboxMark waiting, bool isNews)
    {
        isDue = false;
        (failed, ready) = (null, Now + Window);
        // What waits after a pass that did everything has come since.
        var isLeft = result.Status == SyncOutcome.Partly && waiting.Records > 0;
        left = isLeft && !isNews ? waiting : null;
        if (!isLeft || result.Pushed + result.Created > 0) faults = 0;
        if (isLeft) again = Now + Backoff.After(++faults, chance());
    }

    private TimeSpan Push(SyncLook look)
    {
        if (look.Waiting.Since is not { } since || wanted == SyncDirection.Pull) return Never;
        if (look.Waiting == left) return again - Now;
        return Until(since, Window);
    }

    private TimeSpan All(SyncLook look)
    {
        var provider = look.Connection.Provider;
        if (SyncFlows.Of(provider, wanted).Count == 0 || look.Connection.PullPeriod is not { } period) return Never;
        if (isDue || (wanted == SyncDirection.Push ? look.LastPush : look.LastPull) is not { } last) return TimeSpan.Zero;
        return Until(last, period);
    }

    private TimeSpan Until(DateTime from, TimeSpan span) => UtcNow - from is var age && age < TimeSpan.Zero ? TimeSpan.Zero : span - age;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
