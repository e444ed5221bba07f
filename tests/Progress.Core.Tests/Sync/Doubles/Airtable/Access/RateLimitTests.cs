using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class RateLimitTests
{
    private const string Reached = "RATE_LIMIT_REACHED";

    [Fact]
    public void Five_requests_pass_in_any_second_and_the_sixth_locks_the_base_for_thirty()
    {
        var caller = Limited();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(200, List(caller).Status);
            Pass(caller, 0.199);
        }

        List(caller).ShouldFail(429, Reached);
        Pass(caller, 29.999);
        List(caller).ShouldFail(429, Reached);
        Pass(caller, 0.001);
        Assert.Equal(200, List(caller).Status);
    }

    [Fact]
    public void The_second_slides()
    {
        var caller = Limited();
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(200, List(caller).Status);
            Pass(caller, 0.2);
        }
    }

    [Fact]
    public void Writes_and_the_schema_count_too_but_not_other_bases()
    {
        var caller = Limited();
        var other = caller.Airtable.AddBase("Other");
        other.AddTable("T", ByHandField.Text("Name"));
        for (var i = 0; i < 5; i++)
            Assert.Equal(200, (i % 2 == 0 ? caller.Get(caller.Meta) : caller.Post($"{caller.Root}/Tasks", new { fields = new { } })).Status);
        caller.Get(caller.Meta).ShouldFail(429, Reached);
        Assert.Equal(200, caller.Get($"/v0/{other.Id}/T").Status);
        Assert.Equal(200, caller.Get("/v0/meta/whoami").Status);
    }

    [Fact]
    public void Refused_requests_do_nothing()
    {
        var caller = Limited();
        for (var i = 0; i < 8; i++)
            caller.Post($"{caller.Root}/Tasks", new { fields = new { } });
        Assert.Equal(5, caller.Base.Count("Tasks"));
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 429)]
    public void Refusals_extend_the_lock_as_the_switch_says(bool extend, int status)
    {
        var caller = Limited(new AirtableSwitches { RefusalsExtendLock = extend });
        Exceed(caller);
        Pass(caller, 20);
        List(caller).ShouldFail(429, Reached);
        Pass(caller, 10);
        Assert.Equal(status, List(caller).Status);
    }

    [Fact]
    public void The_lock_may_not_be_enforced()
    {
        var caller = Limited(new AirtableSwitches { LocksWhenExceeded = false });
        Exceed(caller);
        Pass(caller, 1);
        Assert.Equal(200, List(caller).Status);
    }

    [Fact]
    public void A_token_has_fifty_a_second_over_all_bases()
    {
        var caller = Limited();
        for (var i = 0; i < 50; i++)
            Assert.Equal(200, caller.Get("/v0/meta/whoami").Status);
        caller.Get("/v0/meta/whoami").ShouldFail(429, Reached);
        caller.Token = caller.Airtable.Token();
        Assert.Equal(200, caller.Get("/v0/meta/whoami").Status);
    }

    [Theory]
    [InlineData(RateLimitEnvelope.Object, """{"error":{"type":"RATE_LIMIT_REACHED","message":"Rate limit exceeded. Please try again later"}}""")]
    [InlineData(RateLimitEnvelope.Array, """{"errors":[{"error":"RATE_LIMIT_REACHED","message":"Rate limit exceeded. Please try again later"}]}""")]
    public void A_refusal_comes_in_one_of_two_envelopes(RateLimitEnvelope envelope, string body)
    {
        Assert.Equal(body, Exceed(Limited(new AirtableSwitches { RateLimitEnvelope = envelope })).Text);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "30")]
    public void Retry_After_comes_as_the_switch_says(bool comes, string? value)
    {
        Assert.Equal(value, Exceed(Limited(new AirtableSwitches { RetryAfter = comes })).Headers.GetValueOrDefault("Retry-After"));
    }

    private static AirtableCaller Limited(AirtableSwitches? switches = null) => new(switches, isLimited: true);

    private static DoubleResponse List(AirtableCaller caller) => caller.Get($"{caller.Root}/Tasks");

    private static DoubleResponse Exceed(AirtableCaller caller) => Enumerable.Range(0, 6).Select(_ => List(caller)).ToList()[^1];

    private static void Pass(AirtableCaller caller, double seconds) => caller.Clock.Now += TimeSpan.FromSeconds(seconds);
}
