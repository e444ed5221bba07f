using Dapper;
using Progress.Store;
using Progress.Sync;
using Progress.Tests.Store;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class CallLimiterTests : IDisposable
{
    private const string Remote = "crm.example:443";
    private readonly StoreFolder folder = new();
    private readonly LeapingClock clock = new("2026-09-30T12:00:00Z");
    private readonly List<IDisposable> opened = [];

    public CallLimiterTests() => folder.Options = folder.Options with { Clock = clock };

    public void Dispose()
    {
        foreach (var one in Enumerable.Reverse(opened)) one.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Calls_are_let_through_evenly_after_a_burst()
    {
        var limiter = Limiter(new CallLimit(100, 5, 0.8));
        for (var i = 0; i < 25; i++) limiter.Wait(1, default);

        Assert.Equal(TimeSpan.FromMilliseconds(24 * 750), clock.Waited);
        Assert.Equal(25, limiter.Calls);
    }

    [Fact]
    public void Two_with_their_own_stores_share_the_turns_of_a_host_and_not_those_of_another()
    {
        var (one, two) = (Limiter(new CallLimit(60, 1, 1)), Limiter(new CallLimit(60, 1, 1)));
        for (var i = 0; i < 5; i++)
        {
            one.Wait(1, default);
            two.Wait(1, default);
        }

        Assert.Equal(TimeSpan.FromSeconds(9), clock.Waited);
        Limiter(new CallLimit(60, 1, 1), remote: "other.example:443").Wait(1, default);
        Assert.Equal(TimeSpan.FromSeconds(9), clock.Waited);
    }

    [Fact]
    public void What_was_used_is_known_in_the_next_process()
    {
        Limiter(new CallLimit(60, 3, 1)).Wait(3, default);

        Limiter(new CallLimit(60, 3, 1)).Wait(1, default);

        Assert.Equal(TimeSpan.FromSeconds(3), clock.Waited);
    }

    [Fact]
    public void Without_a_limit_nobody_waits_and_nothing_is_written()
    {
        var limiter = Limiter(new CallLimit(null, 1, 0.8));
        for (var i = 0; i < 1000; i++) limiter.Wait(1, default);

        Assert.Equal(TimeSpan.Zero, clock.Waited);
        Assert.Equal(0, Rows());
        Assert.Equal((null, null), (limiter.Budget.PerMinute, limiter.Budget.Left));
    }

    [Theory]
    [InlineData(0.0, 10, 20, 40, 60, 60)]
    [InlineData(1.0, 12, 24, 48, 72, 72)]
    public void Refusals_that_follow_each_other_double_the_pause_up_to_a_minute_and_jitter_adds_a_fifth(double chance, params int[] pauses)
    {
        var limiter = Limiter(new CallLimit(100, 5, 0.8), () => chance);
        foreach (var pause in pauses)
        {
            limiter.Refused(null, 100);
            var before = clock.Waited;
            limiter.Wait(1, default);
            Assert.Equal(TimeSpan.FromSeconds(pause), clock.Waited - before);
        }
    }

    [Fact]
    public void A_refusal_long_after_the_last_begins_anew()
    {
        var limiter = Limiter(new CallLimit(100, 5, 0.8));
        limiter.Refused(null, 100);
        limiter.Wait(1, default);
        clock.Advance(TimeSpan.FromSeconds(61));
        limiter.Refused(null, 100);
        var before = clock.Waited;
        limiter.Wait(1, default);
        Assert.Equal(TimeSpan.FromSeconds(10), clock.Waited - before);
    }

    [Theory]
    [InlineData(3, 10)]
    [InlineData(45, 45)]
    public void The_pause_that_the_remote_asks_for_wins_when_it_is_longer(int retryAfter, int pause)
    {
        var limiter = Limiter(new CallLimit(100, 5, 0.8));
        limiter.Refused(TimeSpan.FromSeconds(retryAfter), 100);
        limiter.Wait(1, default);
        Assert.Equal(TimeSpan.FromSeconds(pause), clock.Waited);
    }

    [Fact]
    public void Nobody_calls_while_one_was_refused_not_even_who_waits_for_a_turn_already()
    {
        var (one, two) = (Limiter(new CallLimit(60, 1, 1)), Limiter(new CallLimit(60, 1, 1)));
        one.Wait(1, default);
        var told = false;
        clock.OnWait = _ =>
        {
            if (told) return;
            told = true;
            two.Refused(null, 60);
        };

        one.Wait(1, default);

        Assert.Equal(TimeSpan.FromSeconds(10), clock.GetUtcNow() - DateTimeOffset.Parse("2026-09-30T12:00:00Z"));
    }

    [Fact]
    public void After_a_pause_there_is_no_burst()
    {
        var limiter = Limiter(new CallLimit(60, 5, 1));
        limiter.Refused(null, 60);
        for (var i = 0; i < 4; i++) limiter.Wait(1, default);
        Assert.Equal(TimeSpan.FromSeconds(13), clock.Waited);
    }

    [Fact]
    public void A_limit_that_was_learnt_is_kept_for_every_process_until_somebody_states_one()
    {
        Limiter(new CallLimit(100, 1, 1)).Refused(null, 50);
        var later = Limiter(new CallLimit(100, 1, 1));
        Assert.Equal(50, later.Budget.PerMinute);

        CallRate.Forget(opened.OfType<ProgressStore>().First().Connection, Remote);

        Assert.Equal(100, later.Budget.PerMinute);
    }

    [Fact]
    public void Several_that_are_refused_at_once_tell_of_one_refusal()
    {
        var limiters = Enumerable.Range(0, 8).Select(_ => Limiter(new CallLimit(100, 1, 1))).ToList();
        foreach (var limiter in limiters) limiter.Refused(null, null);
        Assert.Equal(75, limiters[0].Budget.PerMinute);
        limiters[0].Wait(1, default);
        Assert.Equal(TimeSpan.FromSeconds(10), clock.Waited);
    }

    [Fact]
    public void A_pause_that_nobody_waits_out_ends_the_pass_and_says_until_when()
    {
        var limiter = Limiter(new CallLimit(100, 5, 0.8));
        limiter.Refused(TimeSpan.FromMinutes(30), null);

        var fault = Assert.Throws<RemoteException>(() => limiter.Wait(1, default));

        Assert.Equal((RemoteFault.Throttled, true, TimeSpan.FromMinutes(30)), (fault.Fault, fault.EndsPass, fault.RetryAfter));
        Assert.Contains("2026-09-30T12:30:00Z", fault.Message);
        Assert.Equal(TimeSpan.Zero, clock.Waited);
        clock.Advance(TimeSpan.FromMinutes(30));
        limiter.Wait(1, default);
    }

    [Fact]
    public void While_it_waits_it_does_what_must_go_on()
    {
        var limiter = Limiter(new CallLimit(100, 5, 0.8));
        var done = new List<DateTimeOffset>();
        limiter.Meanwhile = () => done.Add(clock.GetUtcNow());
        limiter.Refused(TimeSpan.FromSeconds(60), 100);
        limiter.Wait(1, default);
        Assert.Equal(4, done.Count);
    }

    [Fact]
    public void Waiting_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var limiter = Limiter(new CallLimit(60, 1, 1));
        limiter.Wait(1, stop.Token);
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => limiter.Wait(1, stop.Token));
        Assert.Equal(1, limiter.Calls);
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_nobody_wait_for_it()
    {
        var limiter = Limiter(new CallLimit(60, 1, 1));
        limiter.Wait(1, default);
        limiter.Refused(TimeSpan.FromSeconds(30), null);
        var past = new LeapingClock("2026-09-20T12:00:00Z");
        folder.Options = folder.Options with { Clock = past };

        Limiter(new CallLimit(60, 1, 1)).Wait(1, default);

        Assert.True(past.Waited <= TimeSpan.FromSeconds(1), past.Waited.ToString());
    }

    [Fact]
    public void What_is_left_and_how_long_calls_take_is_told_without_calling()
    {
        var limiter = Limiter(new CallLimit(100, 5, 0.8));
        Assert.Equal((80.0, 81), (limiter.Budget.PerMinute, limiter.Budget.Left));
        Assert.Equal((0.0, 0.0, 4.5), (limiter.Budget.ExpectedSeconds(0), limiter.Budget.ExpectedSeconds(5), limiter.Budget.ExpectedSeconds(7)));
        limiter.Wait(5, default);
        Assert.Equal(76, limiter.Budget.Left);
        Assert.Equal(0.75 * 1004, limiter.Budget.ExpectedSeconds(1000), 3);
        limiter.Refused(TimeSpan.FromSeconds(60), 100);
        Assert.Equal(0, limiter.Budget.Left);
        Assert.Equal(60, limiter.Budget.ExpectedSeconds(1), 3);
    }

    private CallLimiter Limiter(CallLimit limit, Func<double>? chance = null, string remote = Remote)
    {
        var store = folder.Open();
        var limiter = new CallLimiter(store, remote, limit, chance ?? (() => 0));
        opened.AddRange([store, limiter]);
        return limiter;
    }

    private long Rows()
    {
        using var connection = folder.Raw();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM crm_rate");
    }
}
