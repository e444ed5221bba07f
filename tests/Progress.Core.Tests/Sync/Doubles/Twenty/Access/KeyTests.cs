using System.Text;
using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class KeyTests
{
    private readonly TwentyCaller caller = new();

    [Fact]
    public void Without_a_key_the_answer_is_403()
    {
        caller.Key = null;
        var answer = caller.Get("/rest/notes");
        answer.ShouldFail(403, "Missing authentication token");
        Assert.Equal("FORBIDDEN_EXCEPTION", answer.Json["error"]!.GetValue<string>());
    }

    [Fact]
    public void A_wrong_key_is_401()
    {
        caller.Key = "nonsense";
        var answer = caller.Get("/rest/notes");
        answer.ShouldFail(401, "Token invalid.");
        Assert.Equal("UNAUTHENTICATED", answer.Json["error"]!.GetValue<string>());
    }

    [Fact]
    public void An_expired_key_is_401_and_its_expiry_can_be_read_from_it()
    {
        var expires = caller.Clock.Now.AddHours(1);
        caller.Key = caller.Twenty.Key(expires: expires);
        Assert.Equal(200, caller.Get("/rest/notes").Status);
        Assert.Equal(expires.ToUnixTimeSeconds(), Payload(caller.Key)["exp"]!.GetValue<long>());
        Assert.Equal("API_KEY", Payload(caller.Key)["type"]!.GetValue<string>());

        caller.Clock.Now = expires;
        caller.Get("/rest/notes").ShouldFail(401, "Token has expired.");
    }

    [Fact]
    public void A_revoked_key_is_401()
    {
        caller.Twenty.RevokeKey(caller.Key!);
        caller.Get("/rest/notes").ShouldFail(401, "Token invalid.");
    }

    [Fact]
    public void GraphQl_says_it_with_200_and_a_code()
    {
        caller.Key = "nonsense";
        var answer = caller.GraphQl("{ notes { totalCount } }");
        Assert.Equal("UNAUTHENTICATED", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Null(answer["data"]);
    }

    [Fact]
    public void Version_needs_no_key_and_the_schema_is_a_skeleton_without_one()
    {
        caller.Key = null;
        Assert.Equal("2.41.0", caller.Get("/client-config").Json["appVersion"]!.GetValue<string>());
        Assert.Empty(caller.Get("/rest/open-api/core").Json["paths"]!.AsObject());
        caller.Key = caller.Twenty.Key(Role.NoDataModel);
        var schema = caller.Get("/rest/open-api/core").Json;
        Assert.NotNull(schema["paths"]!["/notes"]);
        Assert.NotNull(schema["components"]!["schemas"]!["Note"]!["properties"]!["title"]);
    }

    [Fact]
    public void The_same_seed_and_expiry_give_the_same_key()
    {
        var expires = new DateTimeOffset(2126, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            new TwentyDouble().Key(expires: expires), new TwentyDouble().Key(expires: expires));
    }

    private static JsonNode Payload(string key)
    {
        var text = key.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='))))!;
    }
}
