using System.Globalization;

namespace Progress.Tests;

/// <summary>
/// A clock of its own on which waiting takes no time: whoever awaits a delay sets it forward by that delay and goes on. Time limits
/// (<see cref="CancellationTokenSource"/>) and other timers wait until a delay or <see cref="Advance"/> carries the clock past them.
/// </summary>
/// <remarks>Several threads may wait at once; each delay ends at its own time, and the clock never goes back.</remarks>
internal sealed class LeapingClock(string now) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset utc = DateTimeOffset.Parse(now, null, DateTimeStyles.AssumeUniversal);

    /// <summary>What all delays so far add up to.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>Told of each delay, before the clock leaps.</summary>
    public Action<TimeSpan>? OnWait { get; set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return utc;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan span) => LeapTo(GetUtcNow() + span);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state, period);
        // Task.Delay is the one that hands a task over as state
        if (state is not Task)
            alarm.Change(dueTime, period);
        else if (dueTime != Timeout.InfiniteTimeSpan)
            Wait(alarm, dueTime);
        return alarm;
    }

    private void Wait(Alarm alarm, TimeSpan span)
    {
        OnWait?.Invoke(span);
        DateTimeOffset due;
        lock (gate)
        {
            Waited += span;
            due = utc + span;
        }

        LeapTo(due);
        alarm.Ring();
    }

    private void LeapTo(DateTimeOffset due)
    {
        while (Next(due) is { } alarm) alarm.Ring();
    }

    /// <summary>The first alarm up to a time, with the clock at its time; null sets the clock to that time.</summary>
    private Alarm? Next(DateTimeOffset until)
    {
        lock (gate)
        {
            var first = alarms.Where(a => a.Due <= until).MinBy(a => a.Due);
            var to = first?.Due ?? until;
            if (to > utc) utc = to;
            if (first is null) return null;
            if (first.Period > TimeSpan.Zero) first.Due += first.Period;
            else alarms.Remove(first);
            return first;
        }
    }

    private sealed class Alarm(LeapingClock clock, TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; } = period;

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                Period = period;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock.utc + dueTime;
                clock.alarms.Add(this);
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
