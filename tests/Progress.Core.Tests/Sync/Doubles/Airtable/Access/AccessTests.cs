using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>What is looked at first: the path, then the token, then what it may, then what is said.</summary>
public class AccessTests
{
    private const string NoModel = "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND";
    private readonly AirtableCaller caller = new();

    [Theory]
    [InlineData(null)]
    [InlineData("patUnknown.0000")]
    public void A_missing_and_an_unknown_token_cannot_be_told_apart(string? token)
    {
        caller.Token = token;
        caller.Get($"{caller.Root}/Tasks").ShouldFail(401, "AUTHENTICATION_REQUIRED", "Authentication required");
        caller.Get($"{caller.Meta}?api_key=key").ShouldFail(401, "AUTHENTICATION_REQUIRED");
    }

    [Fact]
    public void A_revoked_token_is_as_unknown()
    {
        caller.Airtable.RevokeToken(caller.Token!);
        caller.Get($"{caller.Root}/Tasks").ShouldFail(401, "AUTHENTICATION_REQUIRED");
        caller.Airtable.AcceptToken("mine");
        caller.Token = "mine";
        caller.Get($"{caller.Root}/Tasks").ShouldPass();
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/v1/app00000000000000/Tasks")]
    [InlineData("GET", "/v0/app123/Tasks")]
    [InlineData("GET", "/v0/{base}/Tasks/rec123")]
    [InlineData("POST", "/v0/{base}/Tasks/rec00000000000000")]
    [InlineData("GET", "/v0/meta/nothing")]
    [InlineData("DELETE", "/v0/meta/bases/{base}/tables/Tasks")]
    [InlineData("GET", "/v0/meta/bases/app123/tables")]
    public void A_path_that_leads_nowhere_is_a_404_even_without_a_token(string method, string path)
    {
        caller.Token = null;
        var target = path.Replace("{base}", caller.Base.Id);
        Assert.Equal("""{"error":"NOT_FOUND"}""", caller.Send(method, target).Text);
        caller.Airtable.Switches = caller.Airtable.Switches with { NotFound = NotFoundForm.Type };
        var answer = caller.Send(method, target);
        Assert.Equal((404, """{"error":{"type":"NOT_FOUND"}}"""), (answer.Status, answer.Text));
    }

    [Fact]
    public void Unknown_bases_and_tables_and_those_not_granted_are_a_403()
    {
        caller.Get("/v0/app00000000000000/Tasks").ShouldFail(403, NoModel);
        caller.Get($"{caller.Root}/Nothing").ShouldFail(403, NoModel);
        caller.Get("/v0/meta/bases/app00000000000000/tables").ShouldFail(403, NoModel);
        caller.Token = caller.Airtable.Token(new AirtableGrant { Bases = [] });
        caller.Get($"{caller.Root}/Tasks").ShouldFail(403, NoModel);
        caller.Get(caller.Meta).ShouldFail(403, NoModel);
    }

    [Theory]
    [InlineData(AirtableGrant.ReadRecords, 200, 403, 403, 403)]
    [InlineData(AirtableGrant.WriteRecords, 403, 200, 403, 403)]
    [InlineData(AirtableGrant.ReadSchema, 403, 403, 200, 403)]
    [InlineData(AirtableGrant.WriteSchema, 403, 403, 403, 200)]
    public void Each_route_needs_its_scope(string scope, int read, int write, int readSchema, int writeSchema)
    {
        caller.Token = caller.Airtable.Token(new AirtableGrant { Scopes = [scope] });
        Assert.Equal(
            (read, write, readSchema, writeSchema),
            (caller.Get($"{caller.Root}/Tasks").Status, caller.Post($"{caller.Root}/Tasks", new { fields = new { } }).Status,
                caller.Get(caller.Meta).Status, caller.Patch($"{caller.Meta}/Tasks", new { description = "x" }).Status));
    }

    [Theory]
    [InlineData(Permission.Read, 403, 403)]
    [InlineData(Permission.Comment, 403, 403)]
    [InlineData(Permission.Edit, 200, 403)]
    [InlineData(Permission.Create, 200, 200)]
    public void Editors_write_records_and_creators_the_schema(Permission permission, int write, int writeSchema)
    {
        caller.Token = caller.Airtable.Token(new AirtableGrant { Permission = permission });
        var created = caller.Post($"{caller.Root}/Tasks", new { fields = new { } });
        Assert.Equal((write, writeSchema), (created.Status, caller.Patch($"{caller.Meta}/Tasks", new { description = "x" }).Status));
        if (write == 403)
            created.ShouldFail(403, "INVALID_PERMISSIONS", "You are not permitted to create records in table Tasks");
    }

    [Theory]
    [InlineData(LongUrl.Status414, 414)]
    [InlineData(LongUrl.Status413, 413)]
    [InlineData(LongUrl.Status422, 422)]
    public void An_address_of_more_than_16000_characters_is_refused(LongUrl how, int status)
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { LongUrl = how };
        Assert.Equal(status, caller.Get($"{caller.Root}/Tasks?filterByFormula={new string('1', 16_000)}").Status);
        Assert.Equal(200, caller.Get($"{caller.Root}/Tasks?filterByFormula={new string('1', 15_000)}").Status);
    }

    [Fact]
    public void A_body_that_is_too_large_is_a_413()
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { MaxBodyLength = 1000 };
        Assert.Equal(413, caller.Post($"{caller.Root}/Tasks", new { fields = new { Notes = new string('x', 1000) } }).Status);
    }

    [Fact]
    public void Messages_may_be_missing_from_all_errors()
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { ErrorsWithoutMessage = true };
        Assert.Equal("""{"error":{"type":"UNKNOWN_FIELD_NAME"}}""", caller.Post($"{caller.Root}/Tasks", """{"fields":{"Nothing":1}}""").Text);
    }
}
