using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class TokenBucketTests
{
    private readonly TwentyCaller caller = new(new TwentyOptions { Throttle = ThrottleForm.Status429, Limit = 100 });

    [Fact]
    public void A_burst_of_the_limit_passes_and_the_next_call_does_not()
    {
        Assert.Equal(100, Passed(100, TimeSpan.Zero));
        var refused = caller.Get("/rest/notes");
        refused.ShouldFail(429, "Limit reached (100 tokens per 60000 ms)");
        Assert.DoesNotContain("Retry-After", refused.Headers.Keys);
    }

    [Fact]
    public void Steady_calls_faster_than_one_token_regain_nothing_until_one_is_refused()
    {
        Assert.Equal(99, Passed(99, TimeSpan.FromMilliseconds(599)));
        Assert.Equal(1, Passed(1, TimeSpan.FromMilliseconds(599)));
        Assert.Equal(0, Passed(1, TimeSpan.Zero));
    }

    [Fact]
    public void Calls_at_the_pace_of_a_token_go_on_for_ever() =>
        Assert.Equal(1000, Passed(1000, TimeSpan.FromMilliseconds(600)));

    [Fact]
    public void A_refusal_takes_nothing_and_does_not_start_the_clock_anew()
    {
        Passed(100, TimeSpan.Zero);
        caller.Clock.Now += TimeSpan.FromMilliseconds(599);
        Assert.Equal(429, caller.Get("/rest/notes").Status);
        caller.Clock.Now += TimeSpan.FromMilliseconds(1);
        Assert.Equal(200, caller.Get("/rest/notes").Status);
        Assert.Equal(429, caller.Get("/rest/notes").Status);
    }

    [Fact]
    public void All_keys_share_the_bucket_and_metadata_is_not_behind_it()
    {
        Passed(100, TimeSpan.Zero);
        caller.Key = caller.Twenty.Key();
        Assert.Equal(429, caller.Get("/rest/notes").Status);
        Assert.Equal(200, caller.Get("/rest/metadata/objects").Status);
        Assert.Equal(200, caller.Get("/client-config").Status);
    }

    [Fact]
    public void Each_root_field_of_GraphQl_pays_for_itself()
    {
        caller.Twenty.Options = caller.Twenty.Options with { Limit = 2 };
        var answer = caller.GraphQl("{ a: notes { totalCount } b: people { totalCount } c: notes { totalCount } }");
        Assert.NotNull(answer["data"]!["b"]);
        Assert.Null(answer["data"]!["c"]);
        Assert.Equal("c", Assert.Single(answer["errors"]!.AsArray())!["path"]![0]!.GetValue<string>());
    }

    private int Passed(int calls, TimeSpan pause)
    {
        var passed = 0;
        for (var i = 0; i < calls; i++)
        {
            passed += caller.Get("/rest/notes").Status == 200 ? 1 : 0;
            caller.Clock.Now += pause;
        }

        return passed;
    }
}
