using System.Text.RegularExpressions;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class ThrottleFormTests
{
    private const string Query = "{ notes { totalCount } }";

    [Theory]
    [InlineData(ThrottleForm.Status429, 429)]
    [InlineData(ThrottleForm.Status400, 400)]
    public void Old_forms_say_it_in_the_message_alone(ThrottleForm form, int status)
    {
        var caller = Exhausted(form);
        var refused = caller.Get("/rest/notes");
        refused.ShouldFail(status, "Limit reached (1 tokens per 60000 ms)");
        Assert.Equal("HttpException", refused.Json["error"]!.GetValue<string>());
        Assert.Equal(200, caller.Post("/graphql", $$"""{"query":"{{Query}}"}""").Status);
        Assert.Matches(new Regex(@"^Limit reached \(\d+ tokens per \d+ ms\)"), GraphQlError(caller, "message"));
    }

    [Fact]
    public void The_GraphQl_form_leaves_REST_alone()
    {
        var caller = new TwentyCaller(new TwentyOptions { Throttle = ThrottleForm.GraphQl, Limit = 1 });
        caller.GraphQl(Query);
        Assert.Equal(200, caller.Get("/rest/notes").Status);
        var error = caller.GraphQl(Query)["errors"]![0]!;
        Assert.Equal("BAD_USER_INPUT", error["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public void The_newest_form_says_when_to_come_back()
    {
        var caller = Exhausted(ThrottleForm.V2Headers);
        var refused = caller.Get("/rest/notes");
        Assert.Equal(429, refused.Status);
        Assert.Equal("60", refused.Headers["Retry-After"]);
        Assert.Equal("1", refused.Headers["X-RateLimit-Limit"]);
        Assert.Equal("0", refused.Headers["X-RateLimit-Remaining"]);
        Assert.Equal(caller.Clock.Now.AddMinutes(1).ToUnixTimeSeconds().ToString(), refused.Headers["X-RateLimit-Reset"]);
        Assert.Equal(60, refused.Json["retryAfterSeconds"]!.GetValue<int>());
        Assert.Equal(429, caller.Post("/graphql", $$"""{"query":"{{Query}}"}""").Status);
    }

    [Fact]
    public void An_exhausted_quota_is_402_without_headers()
    {
        var refused = Exhausted(ThrottleForm.Status402).Get("/rest/notes");
        Assert.Equal(402, refused.Status);
        Assert.DoesNotContain("Retry-After", refused.Headers.Keys);
        Assert.Equal("QUOTA", refused.Json["exhaustedKind"]!.GetValue<string>());
    }

    private static TwentyCaller Exhausted(ThrottleForm form)
    {
        var caller = new TwentyCaller(new TwentyOptions { Throttle = form, Limit = 1 });
        Assert.Equal(200, caller.Get("/rest/notes").Status);
        return caller;
    }

    private static string GraphQlError(TwentyCaller caller, string field) =>
        caller.GraphQl(Query)["errors"]![0]![field]!.GetValue<string>();
}
