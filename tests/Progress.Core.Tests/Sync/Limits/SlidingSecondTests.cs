using FsCheck;
using FsCheck.Fluent;
using Progress.Store;
using Progress.Sync;
using Progress.Sync.Airtable;
using Progress.Tests.Store;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>The limiter against a server that counts the calls of every sliding second, as Airtable does: five, and not one more.</summary>
public sealed class SlidingSecondTests : IDisposable
{
    private const string Start = "2026-09-30T12:00:00Z";
    private const int MostInASecond = 5;
    private static readonly DateTimeOffset Begin = DateTimeOffset.Parse(Start);
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void No_second_has_six_calls_whatever_the_pace_and_the_pauses()
    {
        var gaps = Gen.Frequency((4, Gen.Choose(0, 50_000)), (4, Gen.Choose(150_000, 900_000)), (1, Gen.Choose(900_000, 3_000_000)), (1, Gen.Choose(0, 60_000_000)));
        var calls = from gap in gaps from count in Gen.Frequency((6, Gen.Constant(1)), (1, Gen.Choose(2, 9))) select (gap, count);
        var runs = from pace in Gen.Choose(1, 100) from list in calls.ListOf() select (Pace: pace / 100.0, Calls: list);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(1_000, 100_000)).WithEndSize(200),
            Prop.ForAll(runs.ToArbitrary(), run => FewEnough(Due(Limit(run.Pace).PaceWith(null)!, run.Calls))));
    }

    [Fact]
    public void Nor_has_one_right_after_a_burst_at_the_highest_pace()
    {
        var due = Due(Limit(1).PaceWith(null)!, [(60_000_000, 1), (0, 1), (0, 1), (0, 1), .. Enumerable.Repeat((0, 1), 40)]);

        Assert.Equal([0, 0, 0, 0], due.Take(4).Select(d => d - due[0]));
        Assert.True(FewEnough(due));
        Assert.InRange(due[^1] - due[4], 39 * 1_000_000 / 4.8, (39 * 1_000_000 / 4.8) + 40);
    }

    [Theory]
    [InlineData(1, 6_000.0)]
    [InlineData(0.99, 300.0)]
    public void A_limit_that_people_state_higher_than_it_is_changes_nothing(double pace, double stated)
    {
        var limit = Limit(pace) with { PerMinute = stated };
        Assert.Equal(288, limit.PaceWith(null)!.PerMinute);
        Assert.Equal(100, Math.Round((limit with { Pace = 1 }).PaceWith(100)!.PerMinute, 6));
    }

    [Theory]
    [InlineData(0.95, 4.75)]
    [InlineData(0.8, 4)]
    [InlineData(1, 4.8)]
    public void A_backlog_goes_at_the_whole_pace(double pace, double perSecond)
    {
        var clock = new LeapingClock(Start);
        using var store = folder.Open(folder.Options with { Clock = clock });
        using var limiter = new CallLimiter(store, "base", Limit(pace), () => 0);
        var (seconds, made) = (Runs.Of(300, 3_600), new List<long>());
        var random = new Random(20260930);
        while (clock.GetUtcNow() < Begin.AddSeconds(seconds))
        {
            limiter.Wait(1, default);
            made.Add(CallPace.Microseconds(clock.GetUtcNow().UtcDateTime));
            // an answer takes its time, though less than a turn
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(200)));
        }

        Assert.True(FewEnough(made));
        Assert.True(made.Count >= perSecond * seconds, $"{made.Count} calls in {seconds} s");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.95)]
    public void Several_processes_that_come_and_go_share_the_seconds(double pace)
    {
        const int workers = 5;
        var clock = new SharedClock(Start, workers);
        folder.Options = folder.Options with { Clock = clock };
        folder.Open().Dispose();
        var (made, gate) = (new List<long>(), new Lock());
        Race.Run(workers, worker =>
        {
            try
            {
                var random = new Random(worker);
                using var store = folder.Open();
                using var limiter = new CallLimiter(store, "base", Limit(pace), () => 0);
                for (var i = 0; i < Runs.Of(60, 2_000); i++)
                {
                    if (random.Next(5) == 0) Task.Delay(TimeSpan.FromMilliseconds(random.Next(6_000)), clock, default).GetAwaiter().GetResult();
                    limiter.Wait(1, default);
                    lock (gate) made.Add(CallPace.Microseconds(clock.GetUtcNow().UtcDateTime));
                }
            }
            finally
            {
                clock.Leave();
            }
        });

        Assert.Equal(workers * Runs.Of(60, 2_000), made.Count);
        Assert.True(FewEnough([.. made.Order()]));
    }

    private static CallLimit Limit(double pace)
    {
        var traits = AirtableProvider.Abilities;
        return new CallLimit(traits.PerMinute, traits.Burst, pace) { Most = traits.MostPerMinute };
    }

    /// <summary>When each call is made by one who asks, after a pause, for some calls one after the other.</summary>
    private static List<long> Due(CallPace pace, IEnumerable<(int Gap, int Count)> calls)
    {
        var (now, turns, due) = (1_000_000_000L, new CallTurns(0, 0), new List<long>());
        foreach (var (gap, count) in calls)
        {
            now += gap;
            for (var i = 0; i < count; i++)
            {
                (var at, turns) = pace.Take(turns, now, 1);
                due.Add(at);
                now = Math.Max(now, at);
            }
        }

        return due;
    }

    private static bool FewEnough(List<long> made) =>
        Enumerable.Range(0, Math.Max(0, made.Count - MostInASecond)).All(i => made[i + MostInASecond] - made[i] > CallPace.Second);
}
