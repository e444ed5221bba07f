namespace Progress.Tests;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class TestClock(string now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse(now);

    public override DateTimeOffset GetUtcNow() => Now;
}
