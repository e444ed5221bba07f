using Progress.Store;
using Progress.Sync;
using Progress.Tests.Store;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>The limiter against the bucket of a Twenty server, which knows nothing of it.</summary>
public sealed class BucketSimulationTests : IDisposable
{
    private const string Start = "2026-09-30T12:00:00Z";
    private const int Seed = 20260930;
    private static readonly DateTimeOffset Begin = DateTimeOffset.Parse(Start);
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0.95, 0, 0)]
    [InlineData(0.95, 400, 0)] // answers take their time
    [InlineData(0.95, 400, 30)] // and so does the way there
    [InlineData(0.8, 400, 149)]
    public void A_backlog_gets_the_pace_of_the_limit_and_is_never_refused(double pace, int answerMs, int wayMs)
    {
        var (clock, bucket, random) = (new LeapingClock(Start), new TwentyBucket(100), new Random(Seed));
        using var store = Open(clock);
        using var limiter = new CallLimiter(store, "crm", new CallLimit(100, 5, pace), () => 0);
        var hours = Runs.Of(1, 24);
        for (var end = Begin.AddHours(hours); clock.GetUtcNow() < end;)
        {
            limiter.Wait(1, default);
            bucket.Ask(clock.GetUtcNow().AddMilliseconds(random.Next(wayMs + 1)));
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(answerMs + 1)));
        }

        Assert.Equal(0, bucket.Refused);
        Assert.True(bucket.Passed >= 100 * pace * 60 * hours, $"{bucket.Passed} calls in {hours} h");
    }

    [Fact]
    public void People_who_come_and_go_are_never_refused()
    {
        var (clock, bucket, random) = (new LeapingClock(Start), new TwentyBucket(100), new Random(Seed));
        using var store = Open(clock);
        using var limiter = new CallLimiter(store, "crm", new CallLimit(100, 5, 0.95), () => 0);
        for (var i = 0; i < Runs.Of(4_000, 200_000); i++)
        {
            limiter.Wait(1, default);
            Assert.True(bucket.Ask(clock.GetUtcNow()), $"seed {Seed}, call {i}");
            // Most of all pauses that are no whole turn: the server forgets the rest of them.
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(10) == 0 ? random.Next(8_000) : random.Next(300, 960)));
        }
    }

    [Fact]
    public void Eight_processes_share_one_limit()
    {
        const int workers = 8;
        var (clock, bucket) = (new SharedClock(Start, workers), new TwentyBucket(100));
        folder.Options = folder.Options with { Clock = clock };
        folder.Open().Dispose();
        var hours = Runs.Of(1, 12);
        var made = new int[workers];
        Race.Run(workers, worker =>
        {
            try
            {
                using var store = folder.Open();
                using var limiter = new CallLimiter(store, "crm", new CallLimit(100, 5, 0.95), () => 0);
                while (clock.GetUtcNow() < Begin.AddHours(hours))
                {
                    limiter.Wait(1, default);
                    bucket.Ask(clock.GetUtcNow());
                    made[worker]++;
                }
            }
            finally
            {
                clock.Leave();
            }
        });

        Assert.Equal(0, bucket.Refused);
        Assert.InRange(bucket.Passed, 95 * 60 * hours, (95 * 60 * hours) + 5 + workers);
        Assert.All(made, calls => Assert.True(calls > bucket.Passed / workers / 2, $"one made {calls} of {bucket.Passed}"));
    }

    [Fact]
    public void A_limit_that_nobody_told_it_of_is_learnt_from_the_first_refusal()
    {
        var (clock, bucket) = (new LeapingClock(Start), new TwentyBucket(50));
        using var store = Open(clock);
        using var limiter = new CallLimiter(store, "crm", new CallLimit(100, 5, 0.95), () => 0.5);
        var hours = Runs.Of(1, 24);
        for (var end = Begin.AddHours(hours); clock.GetUtcNow() < end;)
        {
            limiter.Wait(1, default);
            if (!bucket.Ask(clock.GetUtcNow())) limiter.Refused(null, 50);
        }

        Assert.Equal(1, bucket.Refused);
        Assert.True(bucket.Passed >= 0.95 * 50 * 60 * hours, $"{bucket.Passed} calls in {hours} h");
    }

    [Fact]
    public void Others_who_use_up_the_limit_slow_us_down_only_while_they_do()
    {
        var (clock, bucket) = (new LeapingClock(Start), new TwentyBucket(100));
        using var store = Open(clock);
        using var limiter = new CallLimiter(store, "crm", new CallLimit(100, 5, 0.8), () => 0);
        var others = Begin;
        for (var end = Begin.AddHours(2); clock.GetUtcNow() < end;)
        {
            limiter.Wait(1, default);
            for (; others < clock.GetUtcNow() && others < Begin.AddHours(1); others = others.AddSeconds(1.3)) bucket.Ask(others);
            if (!bucket.Ask(clock.GetUtcNow())) limiter.Refused(null, 100);
        }

        Assert.True(bucket.Refused > 0);
        Assert.Equal(80, limiter.Budget.PerMinute);
    }

    private ProgressStore Open(TimeProvider clock) => folder.Open(folder.Options with { Clock = clock });
}
