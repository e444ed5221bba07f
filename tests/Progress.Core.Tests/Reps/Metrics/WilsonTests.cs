using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Metrics;

public sealed class WilsonTests
{
    [Theory]
    [InlineData(65, 100, 0.5525, 0.7364)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(1, 1, 0.2065, 1)]
    [InlineData(0, 1, 0, 0.7935)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_wilsons(long numerator, long denominator, double low, double high)
    {
        var rate = new Rate(numerator, denominator);
        Assert.Equal((low, high), (Math.Round(rate.Low!.Value, 4), Math.Round(rate.High!.Value, 4)));
        Assert.InRange(rate.Value!.Value, rate.Low.Value, rate.High.Value);
    }

    [Fact]
    public void A_rate_without_calls_is_null() =>
        Assert.Equal((null, null, null), (new Rate(0, 0).Value, new Rate(0, 0).Low, new Rate(0, 0).High));
}
