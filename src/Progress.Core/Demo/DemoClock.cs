namespace Progress.Demo;

/// <summary>A clock that stands still, so that a demo is the same on every day.</summary>
internal sealed class DemoClock(DateTime utc) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(utc, TimeSpan.Zero);
}
