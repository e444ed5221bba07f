using Progress.Sync;

namespace Progress.Tests;

/// <summary>A gate that lets everybody through, and after a refusal waits as long as it was told, by the clock.</summary>
internal sealed class OpenGate(TimeProvider clock) : ICallGate
{
    private TimeSpan pause;

    public int Calls { get; private set; }

    public List<(TimeSpan? RetryAfter, double? PerMinute)> Refusals { get; } = [];

    public void Wait(int calls, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (pause > TimeSpan.Zero) Task.Delay(pause, clock, cancel).GetAwaiter().GetResult();
        pause = TimeSpan.Zero;
        Calls += calls;
    }

    public void Refused(TimeSpan? retryAfter, double? perMinute)
    {
        Refusals.Add((retryAfter, perMinute));
        pause = retryAfter ?? TimeSpan.FromSeconds(10);
    }
}
