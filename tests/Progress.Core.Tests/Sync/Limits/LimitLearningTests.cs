using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class LimitLearningTests
{
    [Theory]
    [InlineData(100.0, null, 50.0, 50.0)] // a lower limit that is named is the limit
    [InlineData(100.0, null, 5.0, 5.0)]
    [InlineData(100.0, 50.0, 40.0, 40.0)]
    [InlineData(100.0, null, 100.0, null)] // who names ours says that somebody else calls, too
    [InlineData(100.0, 50.0, 50.0, 50.0)]
    [InlineData(100.0, null, 6000.0, null)] // 100 tokens a second
    [InlineData(100.0, null, null, 75.0)] // unnamed: a guess
    [InlineData(100.0, 75.0, null, 56.25)]
    [InlineData(100.0, 12.0, null, 10.0)] // that goes no lower than 10
    [InlineData(8.0, null, null, 8.0)]
    [InlineData(null, null, 30.0, 30.0)] // of a remote without a limit only what it names
    [InlineData(null, null, null, null)]
    public void A_refusal_teaches_a_lower_limit(double? stated, double? learnt, double? named, double? expected) =>
        Assert.Equal(expected, new CallLimit(stated, 5, 0.8).Learn(learnt, named));

    [Theory]
    [InlineData(100.0, null, 0.8, 80.0)]
    [InlineData(100.0, 50.0, 0.95, 47.5)]
    [InlineData(40.0, 50.0, 1.0, 40.0)]
    [InlineData(null, 50.0, 0.8, 40.0)]
    [InlineData(null, null, 0.8, null)]
    public void The_pace_is_a_part_of_the_lowest_limit(double? stated, double? learnt, double pace, double? expected) =>
        Assert.Equal(expected, new CallLimit(stated, 5, pace).PaceWith(learnt)?.PerMinute);
}
