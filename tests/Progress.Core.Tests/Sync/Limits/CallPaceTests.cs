using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class CallPaceTests
{
    private const long Now = 1_000_000_000;
    private static readonly CallPace Pace = new(60, 3);

    [Theory]
    [InlineData(60, 1_000_000)]
    [InlineData(80, 750_000)]
    [InlineData(95, 631_579)]
    [InlineData(7, 8_571_429)]
    public void Calls_are_never_closer_than_the_pace(double perMinute, long interval) => Assert.Equal(interval, new CallPace(perMinute, 1).Interval);

    [Fact]
    public void After_a_pause_a_burst_goes_at_once_is_paid_for_and_the_rest_goes_evenly()
    {
        var turns = new CallTurns(0, 0);
        var due = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            (var at, turns) = Pace.Take(turns, Now, 1);
            due.Add(at - Now);
        }

        Assert.Equal([0, 0, 0, 3_000_000, 4_000_000, 5_000_000], due);
    }

    [Fact]
    public void Time_that_is_no_whole_turn_earns_nothing()
    {
        var turns = new CallTurns(Now + 1_000_000, 1);
        (_, turns) = Pace.Take(turns, Now + 999_999, 1);
        Assert.Equal(new CallTurns(Now + 2_000_000, 0), turns);
        Assert.Equal(Now + 2_000_000, Pace.Take(turns, Now + 1_500_000, 1).Due);
    }

    [Fact]
    public void A_pause_earns_one_call_a_turn_and_no_more_than_a_burst()
    {
        var turns = new CallTurns(Now, 0);
        Assert.Equal(1, Pace.Take(turns, Now, 1).After.Credit + 1);
        Assert.Equal(new CallTurns(Now + 2_900_000, 1), Pace.Take(turns, Now + 1_900_000, 1).After);
        Assert.Equal(2, Pace.Take(turns, Now + 3_600_000_000, 1).After.Credit);
    }

    [Fact]
    public void What_is_left_of_a_burst_ends_with_the_next_turn()
    {
        var (_, turns) = Pace.Take(new CallTurns(0, 0), Now, 1);
        Assert.Equal(new CallTurns(Now + 1_000_000, 2), turns);
        Assert.Equal(new CallTurns(Now + 2_000_000, 0), Pace.Take(turns, Now + 1_000_000, 1).After);
    }

    [Fact]
    public void Several_calls_at_once_are_due_when_one_after_the_other_would_be()
    {
        var turns = new CallTurns(Now, 0);
        var one = turns;
        long last = 0;
        for (var i = 0; i < 7; i++) (last, one) = Pace.Take(one, Now, 1);

        Assert.Equal((last, one), Pace.Take(turns, Now, 7));
    }

    [Fact]
    public void Calls_of_a_time_are_counted_as_they_would_be_made()
    {
        var turns = new CallTurns(0, 0);
        Assert.Equal(3 + 58, Pace.Between(turns, Now, Now + 60_000_000));
        var used = Pace.Take(turns, Now, 10).After;
        Assert.Equal(51, Pace.Between(used, Now, Now + 60_000_000));
    }
}
