namespace Progress.Sync;

/// <summary>How work that goes on ends: once it is to stop nothing is fetched any more, and what waits is sent for a moment.</summary>
internal sealed class LastMoments(TimeProvider clock) : IDisposable
{
    /// <summary>How long things are still sent; what is left by then stays in the outbox.</summary>
    public static readonly TimeSpan Sending = TimeSpan.FromSeconds(2.5);

    private readonly CancellationTokenSource begun = new(), over = new();
    private CancellationTokenSource? limit;

    /// <summary>Cancelled when it is to stop.</summary>
    public CancellationToken Begun => begun.Token;

    /// <summary>Cancelled when nothing is sent any more.</summary>
    public CancellationToken Over => over.Token;

    public void Begin()
    {
        var mine = new CancellationTokenSource(Sending, clock);
        if (Interlocked.CompareExchange(ref limit, mine, null) is not null)
        {
            mine.Dispose();
            return;
        }

        mine.Token.Register(over.Cancel);
        begun.Cancel();
    }

    public void Dispose()
    {
        limit?.Dispose();
        begun.Dispose();
        over.Dispose();
    }
}
