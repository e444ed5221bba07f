namespace Progress.Sync;

/// <summary>Waits by the clock, or until somebody rings.</summary>
internal sealed class WakeUp(TimeProvider clock)
{
    private volatile TaskCompletionSource bell = new();

    /// <summary>Ends the wait; one that is rung while nobody waits ends the next.</summary>
    public void Ring() => bell.TrySetResult();

    public void Wait(TimeSpan span)
    {
        if (!bell.Task.IsCompleted && span > TimeSpan.Zero)
        {
            using var rung = new CancellationTokenSource();
            // Delays count whole milliseconds, and nobody is to wake up a part of one too early.
            Task.WaitAny(bell.Task, Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds)), clock, rung.Token));
            rung.Cancel();
        }

        // Who waited looks around only after this, so a bell rung before it is not lost.
        if (bell.Task.IsCompleted) bell = new TaskCompletionSource();
    }
}
