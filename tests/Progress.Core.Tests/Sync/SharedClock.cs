namespace Progress.Tests;

/// <summary>
/// A clock that several threads share: it goes on when all of them wait, to the first that is due, whom it wakes. Who is done
/// leaves.
/// </summary>
internal sealed class SharedClock(string now, int members) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Action, DateTimeOffset> waiting = new();
    private DateTimeOffset utc = DateTimeOffset.Parse(now);
    private int members = members;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return utc;
    }

    public void Leave()
    {
        lock (gate) members--;
        GoOn();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate) waiting.Enqueue(() => callback(state), utc + dueTime);
        GoOn();
        return new Timer();
    }

    private void GoOn()
    {
        Action? wake;
        lock (gate)
        {
            if (waiting.Count < members || !waiting.TryDequeue(out wake, out var due)) return;
            utc = due;
        }

        wake();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() { }

        public ValueTask DisposeAsync() => default;
    }
}
