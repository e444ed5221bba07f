using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class MonthlyCapTests
{
    private const string UsedUp = "PUBLIC_API_BILLING_LIMIT_EXCEEDED";

    [Theory]
    [InlineData(RateLimitEnvelope.Object)]
    [InlineData(RateLimitEnvelope.Array)]
    public void Data_is_refused_until_the_month_ends_and_the_schema_goes_on(RateLimitEnvelope envelope)
    {
        var caller = new AirtableCaller(new AirtableSwitches { MonthlyCalls = 3, RateLimitEnvelope = envelope });
        for (var i = 0; i < 3; i++)
            caller.Get($"{caller.Root}/Tasks").ShouldPass();
        var refused = caller.Get($"{caller.Root}/Tasks");
        Assert.Equal(429, refused.Status);
        Assert.Contains(UsedUp, refused.Text);
        Assert.Equal(429, caller.Post($"{caller.Root}/Tasks", new { fields = new { } }).Status);
        caller.Get(caller.Meta).ShouldPass();
        caller.Clock.Now = DateTimeOffset.Parse("2026-10-31T23:59:59Z");
        Assert.Equal(429, caller.Get($"{caller.Root}/Tasks").Status);
        caller.Clock.Now = DateTimeOffset.Parse("2026-11-01T00:00:00Z");
        caller.Get($"{caller.Root}/Tasks").ShouldPass();
        Assert.Equal(1, caller.Airtable.CallsThisMonth);
    }

    [Fact]
    public void Or_the_base_takes_two_requests_a_second()
    {
        var caller = new AirtableCaller(new AirtableSwitches { MonthlyCalls = 1000, MonthlyCap = MonthlyCap.TwoPerSecond, LocksWhenExceeded = false });
        caller.Airtable.CallsThisMonth = 1000;
        caller.Get($"{caller.Root}/Tasks").ShouldPass();
        caller.Get($"{caller.Root}/Tasks").ShouldPass();
        caller.Get($"{caller.Root}/Tasks").ShouldFail(429, "RATE_LIMIT_REACHED");
        caller.Clock.Now += TimeSpan.FromSeconds(1);
        caller.Get($"{caller.Root}/Tasks").ShouldPass();
    }

    [Fact]
    public void Calls_of_others_count()
    {
        var caller = new AirtableCaller(new AirtableSwitches { MonthlyCalls = 1000 });
        caller.Airtable.CallsThisMonth = 999;
        caller.Get($"{caller.Root}/Tasks").ShouldPass();
        caller.Get($"{caller.Root}/Tasks").ShouldFail(429, UsedUp);
    }
}
