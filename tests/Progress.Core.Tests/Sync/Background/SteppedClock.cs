using Xunit;

namespace Progress.Tests;

/// <summary>
/// A clock that stands still until it is set forward. It knows who waits on it, so that a test goes on only when a thread that it
/// woke has done its work and waits again.
/// </summary>
internal sealed class SteppedClock(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly object gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset utc = now;
    private int delays;
    private bool isOver;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return utc;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Does something that wakes a thread, and waits until it waits again.</summary>
    public void Settle(Action? wake = null)
    {
        int before;
        lock (gate) before = delays;
        wake?.Invoke();
        AwaitOther(wake is null ? 0 : before + 1, waiting: 1);
    }

    /// <summary>Waits until so many wait: for a time or for a limit.</summary>
    public void AwaitAlarms(int count)
    {
        lock (gate)
            while (alarms.Count < count) Pause($"{alarms.Count} of {count} alarms are set.");
    }

    /// <summary>Sets it forward from one alarm to the next.</summary>
    /// <param name="span">How far.</param>
    /// <param name="settle">Whether whoever it wakes from a delay will wait again.</param>
    public void Advance(TimeSpan span, bool settle = true)
    {
        var until = GetUtcNow() + span;
        while (Next(until) is { } alarm)
        {
            if (settle && alarm.IsDelay) Settle(alarm.Ring);
            else alarm.Ring();
        }
    }

    /// <summary>Lets nobody wait any more, so that whoever still does comes to an end.</summary>
    public void LetGo()
    {
        List<Alarm> left;
        lock (gate)
        {
            isOver = true;
            left = [.. alarms];
            alarms.Clear();
        }

        left.ForEach(a => a.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private Alarm? Next(DateTimeOffset until)
    {
        lock (gate)
        {
            var first = alarms.Where(a => a.Due <= until).MinBy(a => a.Due);
            utc = first?.Due ?? until;
            if (first is not null) alarms.Remove(first);
            return first;
        }
    }

    private void AwaitOther(int created, int waiting)
    {
        lock (gate)
            while (delays < created || alarms.Count(a => a.IsDelay) < waiting) Pause("The thread does not come to rest.");
    }

    private void Pause(string complaint) => Assert.True(Monitor.Wait(gate, Patience), complaint);

    private sealed class Alarm(SteppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>Whether a thread waits, and not a limit.</summary>
        public bool IsDelay => state is Task;

        public DateTimeOffset Due { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                if (clock.isOver)
                {
                    ThreadPool.QueueUserWorkItem(_ => Ring());
                    return true;
                }

                Due = clock.utc + dueTime;
                clock.alarms.Add(this);
                if (IsDelay) clock.delays++;
                Monitor.PulseAll(clock.gate);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate) clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
