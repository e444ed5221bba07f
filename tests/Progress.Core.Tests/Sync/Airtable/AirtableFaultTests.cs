using System.Text.Json.Nodes;
using Progress.Sync;
using Progress.Sync.Airtable;
using Xunit;
using static Progress.Tests.AirtablePlace;

namespace Progress.Tests.Sync;

/// <summary>What Airtable's errors are to us, in each of the forms in which they come.</summary>
public sealed class AirtableFaultTests
{
    private const string Model = "Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.";

    /// <summary>Status, body, what it is, whether it is asked again, and what a person is told.</summary>
    public static TheoryData<int, string, string, bool, string> Errors => new()
    {
        { 400, Of("INVALID_REQUEST_BODY", "Could not parse request body"), "Refused", false, "report this text" },
        { 401, Of("AUTHENTICATION_REQUIRED", "Authentication required"), "KeyInvalid", false, "airtable.com/create/tokens" },
        { 401, "", "KeyInvalid", false, "connect again" },
        { 402, "", "QuotaExhausted", false, "larger plan" },
        { 403, Of("INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND", Model), "Forbidden", false, "data.records:read, data.records:write and schema.bases:read" },
        { 403, Of("INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND"), "Forbidden", false, BaseId },
        { 403, Of("INVALID_PERMISSIONS", "You are not permitted to create records in table X (tblX)"), "Forbidden", false, "as an editor" },
        { 403, "", "Forbidden", false, "access to the base" },
        { 404, """{"error":"NOT_FOUND"}""", "UnknownObject", false, "-Base" },
        { 404, """{"error":{"type":"NOT_FOUND"}}""", "UnknownObject", false, "-Uri" },
        { 404, Of("MODEL_ID_NOT_FOUND", "Table not found"), "UnknownObject", false, "Test-CrmSchema" },
        { 404, Of("MODEL_ID_NOT_FOUND", "Record not found"), "NotFound", false, "no such record" },
        { 413, "", "Refused", false, "Shorten the text" },
        { 422, Of("INVALID_REQUEST_UNKNOWN", "Invalid request: parameter validation failed. Check your request data."), "Refused", false, "parameter validation failed" },
        { 422, Of("INVALID_REQUEST_MISSING_FIELDS", "Could not find field \"fields\" in the request body"), "Refused", false, "Could not find field" },
        { 422, Of("UNKNOWN_FIELD_NAME", "Unknown field name: \"X\""), "UnknownField", false, "Somebody renamed or deleted it" },
        { 422, Of("INVALID_VALUE_FOR_COLUMN", "Field \"X\" cannot accept the provided value"), "Refused", false, "Field \"X\" cannot accept" },
        { 422, Of("INVALID_MULTIPLE_CHOICE_OPTIONS", "Insufficient permissions to create new select option \"\"X\"\""), "Refused", false, "Add the option there by hand" },
        { 422, Of("INVALID_RECORDS", "You must provide an array of up to 10 record objects"), "Refused", false, "up to 10 record objects" },
        { 422, Of("ROW_DOES_NOT_EXIST", "Record ID recX does not exist in this table"), "NotFound", false, "recX" },
        { 422, Of("INVALID_FILTER_BY_FORMULA", "The formula for filtering records is invalid: Unknown field names: synckey"), "UnknownField", false, "synckey" },
        { 422, Of("INVALID_FILTER_BY_FORMULA"), "UnknownField", false, "Somebody renamed" },
        { 422, Of("INVALID_FILTER_BY_FORMULA", "The formula for filtering records is invalid: Invalid formula. Please check your formula text."), "Refused", false, "Invalid formula" },
        { 422, Of("VIEW_NAME_NOT_FOUND", "View X not found"), "Refused", false, "View X" },
        { 422, Of("UNSUPPORTED_FIELD_TYPE_FOR_CREATE", "Creating createdTime fields is not supported at this time"), "Refused", false, "not supported at this time" },
        { 422, Of("INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", "<root>.options is missing"), "Refused", false, "options is missing" },
        { 422, Of("DUPLICATE_TABLE_NAME"), "Duplicate", false, "that name is taken" },
        { 422, Of("DUPLICATE_OR_EMPTY_FIELD_NAME"), "Duplicate", false, "that name is taken" },
        { 422, Of("FAILED_STATE_CHECK"), "Refused", false, "FAILED_STATE_CHECK" },
        { 422, """{"error":"FAILED_STATE_CHECK"}""", "Refused", false, "FAILED_STATE_CHECK" },
        { 429, Of("RATE_LIMIT_REACHED", "Rate limit exceeded. Please try again later"), "Throttled", true, "Rate limit exceeded" },
        { 429, """{"errors":[{"error":"RATE_LIMIT_REACHED","message":"Rate limit exceeded. Please try again later"}]}""", "Throttled", true, "Rate limit exceeded" },
        { 429, "<html>Too many requests</html>", "Throttled", true, "waits half a minute" },
        { 429, "", "Throttled", true, "lower sync.pace" },
        { 429, Of("PUBLIC_API_BILLING_LIMIT_EXCEEDED", "The API calls of this month are used up"), "QuotaExhausted", false, "airtable.plan" },
        { 429, """{"errors":[{"error":"PUBLIC_API_BILLING_LIMIT_EXCEEDED"}]}""", "QuotaExhausted", false, "when the month ends" },
        { 500, Of("SERVER_ERROR"), "ServerError", true, "status 500" },
        { 500, "", "ServerError", true, "status 500" },
        { 502, "<html><h1>502 Bad Gateway</h1></html>", "BadAnswer", true, "502" },
        { 503, "<html><h1>503</h1></html>", "BadAnswer", true, "503" },
        { 503, Of("RETRIABLE_ERROR", "it is safe to retry the request"), "ServerError", true, "status 503" },
        { 200, """{"records":[{"id":""", "BadAnswer", true, "not JSON" },
        { 200, """{"rows":[]}""", "BadAnswer", false, "not Airtable's" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_is_told_as_what_it_is_and_repeated_only_where_that_helps(int status, string body, string fault, bool isRepeated, string words)
    {
        var asked = 0;
        using var provider = Provider(request => Asks(request) ? Answer(++asked, status, body) : null, out var gate);

        var thrown = Assert.Throws<RemoteException>(() => provider.Changes(EntityNames.TaskProgress, null, default).ToList());

        Assert.Equal(fault, thrown.Fault.ToString());
        Assert.Contains(words, thrown.Message);
        Assert.DoesNotContain(Secret, thrown.ToString());
        Assert.Equal(isRepeated, asked > 1);
        var isThrottled = thrown.Fault == RemoteFault.Throttled;
        Assert.Equal(isThrottled ? asked : 0, gate.Refusals.Count);
        Assert.All(gate.Refusals, r => Assert.Equal((TimeSpan.FromSeconds(31), 300), (r.RetryAfter, r.PerMinute)));
    }

    [Fact]
    public void A_missing_key_is_asked_for_and_nothing_is_sent()
    {
        using var provider = Provider(_ => throw new InvalidOperationException("sent"), out _, key: null);

        Assert.Equal(RemoteFault.KeyMissing, Assert.Throws<RemoteException>(() => provider.Check(default)).Fault);
    }

    [Fact]
    public void A_pause_that_the_service_asks_for_is_kept()
    {
        var (asked, clock) = (0, new LeapingClock("2026-09-30T12:00:00Z"));
        using var provider = Provider(
            request => Asks(request) && ++asked < 3 ? AnsweringHandler.Text(503, Of("RETRIABLE_ERROR"), headers: ("Retry-After", "7")) : null, out _, clock: clock);

        Assert.Empty(provider.Changes(EntityNames.TaskProgress, null, default).Single().Records);
        Assert.Equal(TimeSpan.FromSeconds(14), clock.Waited);
    }

    [Fact]
    public void A_longer_pause_of_a_429_is_kept()
    {
        var asked = 0;
        using var provider = Provider(
            request => Asks(request) && ++asked == 1 ? AnsweringHandler.Text(429, Of("RATE_LIMIT_REACHED"), headers: ("Retry-After", "90")) : null, out var gate);

        provider.Changes(EntityNames.TaskProgress, null, default).ToList();

        Assert.Equal((TimeSpan.FromSeconds(90), 300), gate.Refusals.Single());
    }

    [Theory]
    [InlineData(403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND")]
    [InlineData(403, "INVALID_PERMISSIONS")]
    [InlineData(404, "NOT_FOUND")]
    public void Who_may_not_write_is_never_told_that_the_record_is_gone(int status, string type)
    {
        using var provider = Provider(request => request.Method == HttpMethod.Patch ? AnsweringHandler.Text(status, Of(type)) : null, out _);

        var fault = Assert.Throws<RemoteException>(() => provider.Write(EntityNames.TaskProgress, [ById("recAAAAAAAAAAAAAA", ("Task Name", "x"))], default));

        Assert.Contains(fault.Fault, new[] { RemoteFault.Forbidden, RemoteFault.UnknownObject });
        Assert.Empty(fault.Outcomes);
    }

    [Fact]
    public void A_field_that_was_retyped_under_its_id_stops_what_writes_it_after_what_went_before()
    {
        var (patches, looks) = (0, 0);
        using var provider = Provider(
            request => request.Method == HttpMethod.Patch
                ? ++patches == 1 ? Echo(request) : AnsweringHandler.Text(422, Of("INVALID_VALUE_FOR_COLUMN"))
                : request.RequestUri!.AbsolutePath.EndsWith("/tables", StringComparison.Ordinal) && ++looks > 1
                    ? AnsweringHandler.Text(200, Schema().Replace("\"name\":\"Competency Impact\",\"type\":\"number\"", "\"name\":\"Competency Impact\",\"type\":\"singleLineText\"", StringComparison.Ordinal))
                    : null,
            out _);

        var fault = Assert.Throws<RemoteException>(() => provider.Write(
            EntityNames.TaskProgress, [.. Enumerable.Range(0, 15).Select(i => ByKey(Id($"{i}"), ("Competency Impact", 5)))], default));

        Assert.Equal((RemoteFault.UnknownField, 10, 2, 2), (fault.Fault, fault.Outcomes.Count, patches, looks));
        Assert.Contains("The field \"Competency Impact\" of \"Customer Task Progress\" was changed to the type singleLineText", fault.Message);
    }

    [Fact]
    public void A_list_that_repeats_its_offset_ends_with_a_fault()
    {
        using var provider = Provider(
            request => Asks(request) ? AnsweringHandler.Text(200, """{"records":[{"id":"recAAAAAAAAAAAAAA","createdTime":"2026-09-01T00:00:00.000Z","fields":{}}],"offset":"itr/x"}""") : null, out _);

        var fault = Assert.Throws<RemoteException>(() => provider.Changes(EntityNames.TaskProgress, null, default).ToList());

        Assert.Equal(RemoteFault.BadAnswer, fault.Fault);
        Assert.Contains("repeats a page", fault.Message);
    }

    [Fact]
    public void A_list_that_is_always_forgotten_is_given_up()
    {
        var asked = 0;
        using var provider = Provider(
            request => !Asks(request) ? null : ++asked % 2 == 1
                ? AnsweringHandler.Text(200, """{"records":[],"offset":"itr/x"}""") : AnsweringHandler.Text(422, Of("LIST_RECORDS_ITERATOR_NOT_AVAILABLE")), out _);

        var fault = Assert.Throws<RemoteException>(() => provider.Changes(EntityNames.TaskProgress, null, default).ToList());

        Assert.Equal(RemoteFault.BadAnswer, fault.Fault);
        Assert.Equal(8, asked);
    }

    [Fact]
    public void Without_the_servers_time_the_same_is_read_again()
    {
        using var provider = Provider(_ => null, out _);

        Assert.Null(provider.Changes(EntityNames.TaskProgress, null, default).Single().Cursor);
        Assert.Equal("2026-09-01T00:00:00.000Z", provider.Changes(EntityNames.TaskProgress, "2026-09-01T00:00:00.000Z", default).Single().Cursor);
    }

    [Fact]
    public void A_cursor_that_is_none_is_a_fault_of_the_program() =>
        Assert.Throws<ArgumentException>(() =>
        {
            using var provider = Provider(_ => null, out _);
            provider.Changes(EntityNames.TaskProgress, "yesterday", default).ToList();
        });

    [Theory]
    [InlineData("http://127.0.0.1:4003")]
    [InlineData("http://127.0.0.1:4003/v0/")]
    public void The_address_may_name_the_version_of_the_api_or_not(string root)
    {
        var asked = new List<string>();
        using var provider = Provider(
            request =>
            {
                asked.Add(request.RequestUri!.AbsolutePath);
                return null;
            },
            out _, root: root);

        provider.Check(default);

        Assert.Equal(["/v0/meta/whoami", $"/v0/meta/bases/{BaseId}/tables"], asked);
    }

    private static string Of(string type, string? message = null) => message is null
        ? new JsonObject { ["error"] = new JsonObject { ["type"] = type } }.ToJsonString()
        : new JsonObject { ["error"] = new JsonObject { ["type"] = type, ["message"] = message } }.ToJsonString();

    private static bool Asks(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith("/listRecords", StringComparison.Ordinal);

    /// <summary>An answer that goes on failing for so long as a client may try.</summary>
    private static HttpResponseMessage Answer(int asked, int status, string body) =>
        asked > 50 ? throw new InvalidOperationException("asked without end") : AnsweringHandler.Text(status, body, body.StartsWith('<') ? "text/html" : "application/json");

    /// <summary>A base that has what it should, and answers lists with nothing, where a test says no other.</summary>
    private static AirtableProvider Provider(
        Func<HttpRequestMessage, HttpResponseMessage?> answer, out OpenGate gate, string? key = Secret, LeapingClock? clock = null, string root = "http://127.0.0.1:4003")
    {
        clock ??= new LeapingClock("2026-09-30T12:00:00Z");
        gate = new OpenGate(clock);
        var tables = Schema();
        var network = new AnsweringHandler(request => answer(request) ?? AnsweringHandler.Text(
            200, request.RequestUri!.AbsolutePath.EndsWith("/tables", StringComparison.Ordinal) ? tables : """{"records":[]}"""));
        var host = new SyncHost { Network = _ => network, Chance = () => 0.5 };
        return new AirtableProvider(new Uri(root), () => key, gate, clock, host, AirtableMap.Of(BaseId, RemoteMapping.None));
    }

    /// <summary>What was written, as the service shows it.</summary>
    private static HttpResponseMessage Echo(HttpRequestMessage request)
    {
        using var text = new StreamReader(request.Content!.ReadAsStream());
        var records = JsonNode.Parse(text.ReadToEnd())!["records"]!.AsArray().Select((r, i) => new JsonObject
        {
            ["id"] = $"rec{i:D14}", ["createdTime"] = "2026-09-30T12:00:00.000Z", ["fields"] = r!["fields"]!.DeepClone(),
        });
        return AnsweringHandler.Text(200, new JsonObject { ["records"] = new JsonArray([.. records]) }.ToJsonString());
    }

    private static string Schema()
    {
        using var place = new AirtablePlace();
        place.Provider.Describe(default);
        return place.Airtable.Handle(new Progress.Doubles.DoubleRequest(
            "GET", $"/v0/meta/bases/{BaseId}/tables", "", new Dictionary<string, string> { ["Authorization"] = $"Bearer {Secret}" }, [])).Text;
    }
}
