using System.Text.Json.Nodes;
using Progress.Sync;
using Progress.Sync.Twenty;
using Xunit;
using static Progress.Tests.AnsweringHandler;

namespace Progress.Tests.Sync;

/// <summary>Every row of Twenty's tables of statuses and errors: what it is taken for, and what the message tells a person to do.</summary>
public sealed class TwentyFaultTests
{
    private const string Key = "a-secret.of-the.workspace";

    private const string Limit = "Limit reached (100 tokens per 60000 ms)";

    private static readonly TwentyFaults Faults = new("crm.example.org");

    public static TheoryData<int, string, string, string> Table => new()
    {
        { 403, Rest("Missing authentication token", "FORBIDDEN_EXCEPTION"), "KeyMissing", "check the key's variable or secret" },
        { 401, Rest("Missing authentication token"), "KeyMissing", "check the key's variable or secret" },
        { 401, Rest("Token invalid.", "UNAUTHENTICATED"), "KeyInvalid", "Settings → API & Webhooks" },
        { 401, "", "KeyInvalid", "Settings → API & Webhooks" },
        { 401, Rest("Token has expired.", "UNAUTHENTICATED"), "KeyExpired", "Settings → API & Webhooks" },
        { 200, GraphQl("Token invalid.", "UNAUTHENTICATED"), "KeyInvalid", "Settings → API & Webhooks" },
        { 200, GraphQl("Token has expired.", "UNAUTHENTICATED"), "KeyExpired", "Settings → API & Webhooks" },
        { 403, Rest("Entity performing the request does not have permission"), "Forbidden", "Settings → Members → Roles" },
        { 200, GraphQl("no permission", "FORBIDDEN"), "Forbidden", "Settings → Members → Roles" },
        { 400, Rest("object 'repProgresions' not found. eg: companies"), "UnknownObject", "Initialize-CrmSchema" },
        { 400, Rest("object 'repProgression' not found. Did you mean 'repProgressions'?"), "UnknownObject", "Initialize-CrmSchema" },
        { 404, Rest("Object metadata not found"), "UnknownObject", "Initialize-CrmSchema" },
        { 400, GraphQl("Cannot query field \"repProgressions\" on type \"Query\".", "GRAPHQL_VALIDATION_FAILED"), "UnknownObject", "Initialize-CrmSchema" },
        { 400, Rest("Object repProgression doesn't have any \"rev\" field."), "UnknownField", "Test-CrmSchema" },
        { 400, Rest("Sub field \"x\" not found for composite type: ACTOR"), "UnknownField", "Test-CrmSchema" },
        { 400, GraphQl("Cannot query field \"rev\" on type \"RepProgression\".", "GRAPHQL_VALIDATION_FAILED"), "UnknownField", "Test-CrmSchema" },
        { 404, Rest("Record not found", "NotFoundException"), "NotFound", "restore it" },
        { 400, Rest("Record not found"), "NotFound", "restore it" },
        { 400, Rest("Could not find any entity of type \"note\"", "EntityNotFoundError"), "NotFound", "restore it" },
        { 200, GraphQl("gone", "NOT_FOUND"), "NotFound", "restore it" },
        { 400, Rest("A duplicate entry was detected"), "Duplicate", "read again" },
        { 400, Rest("A duplicate entry was detected: unique constraint \"IDX\" was violated"), "Duplicate", "read again" },
        { 400, Rest("Record already exists"), "Duplicate", "read again" },
        { 400, Rest("Duplicate Id. Please set a unique one."), "Duplicate", "read again" },
        { 400, Rest("Cannot update more than 200 records at once"), "Refused", "report" },
        { 400, Rest("Maximum number of records to upsert is 200."), "Refused", "report" },
        { 400, Rest("Filters are mandatory for bulk delete operations."), "Refused", "report" },
        { 400, Rest("A non-empty filter is required for a bulk mutation"), "Refused", "report" },
        { 400, Rest("Invalid number value '5' for field \"totalXp\""), "Refused", "report" },
        { 400, Rest("'abc' is not a valid UUID"), "Refused", "report" },
        { 400, """{"statusCode":400,"messages":["Body must be an array"],"error":"Bad Request"}""", "Refused", "report" },
        { 400, Rest("deadlock detected"), "Refused", "log of the service" },
        { 400, """{"statusCode":400,"message":["one","two"],"error":"Bad Request"}""", "Refused", "one; two" },
        { 404, Rest("Cannot GET /rest/x"), "BadAnswer", "Check -Uri" },
        { 404, "", "BadAnswer", "Check -Uri" },
        { 200, GraphQl("oops", "INTERNAL_SERVER_ERROR"), "ServerError", "log of the service" },
        { 429, Rest(Limit, "HttpException"), "Throttled", "more slowly" },
        { 429, "<html>Too many requests</html>", "Throttled", "more slowly" },
        { 400, Rest(Limit), "Throttled", "more slowly" },
        { 500, Rest(Limit), "Throttled", "more slowly" },
        { 200, GraphQl(Limit, "BAD_USER_INPUT"), "Throttled", "more slowly" },
        { 402, Rest("Usage quota exhausted"), "QuotaExhausted", "when the period ends" },
        { 500, "", "ServerError", "log" },
        { 500, Rest("Internal server error"), "ServerError", "log" },
        { 502, "<html>Bad gateway</html>", "BadAnswer", "proxy" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_row_of_the_table_has_its_reaction_and_says_what_to_do(int status, string body, string expected, string advice)
    {
        var fault = Ask(_ => Text(status, body));

        Assert.Equal(expected, fault.Fault.ToString());
        Assert.Contains(advice, fault.Message);
        Assert.Contains("crm.example.org", fault.Message);
    }

    [Theory]
    [InlineData("Limit reached (100 tokens per 60000 ms)", 100)]
    [InlineData("Limit reached (50 tokens per 60000 ms)", 50)]
    [InlineData("Limit reached (100 tokens per 1000 ms)", 6000)]
    public void The_limit_is_read_from_the_words(string words, double perMinute) =>
        Assert.Equal(perMinute, Read(200, GraphQl(words, "BAD_USER_INPUT"))!.PerMinute!.Value, 9);

    [Fact]
    public void The_limit_and_the_wait_are_read_from_headers_and_body()
    {
        const string body = """{"statusCode":429,"messages":["Rate limit exceeded"],"limit":80,"remaining":0,"periodCount":60,"periodUnit":"SECOND","retryAfterSeconds":7}""";

        Assert.Equal(80, Read(429, body)!.PerMinute!.Value, 9);
        Assert.Equal(TimeSpan.FromSeconds(7), Read(429, body)!.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(12), Read(429, body, ("Retry-After", "12"))!.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(7), Read(402, body)!.RetryAfter);
    }

    [Fact]
    public void A_quota_that_is_used_up_is_not_asked_again()
    {
        var asked = 0;

        Ask(_ =>
        {
            asked++;
            return Text(402, Rest("Usage quota exhausted"));
        });

        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_refusal_without_known_words_is_asked_once_again_where_that_does_no_harm()
    {
        var asked = 0;
        using var calls = Calls(_ => ++asked % 2 == 1 ? Text(400, Rest("deadlock detected")) : Text(200, "{}"));

        calls.Read(RemoteRequest.Get("/rest/notes"), default);
        Assert.Equal(2, asked);

        var once = new RemoteRequest(HttpMethod.Post, "/rest/metadata/objects") { Body = new JsonObject() };
        Assert.True(Assert.Throws<RemoteException>(() => calls.Send(once, false, default)).MayHaveBeenDone);
        Assert.Equal(3, asked);
    }

    [Fact]
    public void A_key_that_the_server_echoes_is_not_repeated_in_the_message()
    {
        var fault = Ask(_ => Text(401, Rest($"Token {Key} invalid.")));

        Assert.Equal(RemoteFault.KeyInvalid, fault.Fault);
        Assert.Contains("Token *** invalid.", fault.Message);
    }

    [Theory]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoiQVBJX0tFWSIsImV4cCI6MTc5MDAwMDAwMH0.sig", "2026-09-21T14:13:20Z")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoiQVBJX0tFWSJ9.sig", null)]
    [InlineData("opaque", null)]
    [InlineData("a.b.c", null)]
    [InlineData("a.!!.c", null)]
    [InlineData(null, null)]
    public void The_expiry_is_read_from_a_key_that_is_a_JWT(string? key, string? expires) =>
        Assert.Equal(expires is null ? null : IsoTime.Parse(expires).Value, TwentyKey.Expires(key));

    private static string Rest(string message, string error = "BadRequestException") =>
        new JsonObject { ["statusCode"] = 400, ["error"] = error, ["messages"] = new JsonArray(message) }.ToJsonString();

    private static string GraphQl(string message, string code) => new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject { ["message"] = message, ["extensions"] = new JsonObject { ["code"] = code } }),
    }.ToJsonString();

    private static RemoteException? Read(int status, string body, params (string Name, string Value)[] headers) => Faults.Read(
        new RemoteReply(status, headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase), JsonNode.Parse(body)));

    private static TwentyCalls Calls(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        var clock = new LeapingClock("2026-09-30T12:00:00Z");
        var host = new SyncHost { Network = _ => new AnsweringHandler(answer), Chance = () => 0 };
        return new(new RemoteClient(new Uri("https://crm.example.org"), () => Key, new OpenGate(clock), clock, host, Faults.Read));
    }

    private static RemoteException Ask(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var calls = Calls(answer);
        return Assert.Throws<RemoteException>(() => calls.Read(RemoteRequest.Get("/rest/repProgressions"), default));
    }
}
