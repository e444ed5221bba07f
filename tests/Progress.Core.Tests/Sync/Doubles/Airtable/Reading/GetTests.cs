using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class GetTests
{
    private readonly AirtableCaller caller = new();

    [Fact]
    public void A_record_comes_alone_and_its_empty_cells_do_not_come()
    {
        var id = caller.Create(new { Notes = "", Impact = 0, Urgent = false, Tools = Array.Empty<string>(), Status = (string?)null });
        Assert.Equal(
            $$$"""{"id":"{{{id}}}","createdTime":"2026-10-01T12:00:00.000Z","fields":{"Impact":0}}""", caller.Get($"{caller.Root}/Tasks/{id}").ShouldPass().Text);
    }

    [Fact]
    public void Created_times_are_in_whole_seconds()
    {
        caller.Clock.Now = DateTimeOffset.Parse("2026-10-01T12:00:00.987Z");
        var id = caller.Create(new { });
        Assert.Equal("2026-10-01T12:00:00.000Z", caller.Get($"{caller.Root}/Tasks/{id}").Json["createdTime"]!.GetValue<string>());
    }

    [Fact]
    public void A_record_of_another_table_of_the_base_is_found_too()
    {
        var id = caller.Create(new { Name = "Acme" }, "Customers");
        Assert.Equal("Acme", caller.Get($"{caller.Root}/Tasks/{id}").ShouldPass().Json["fields"]!["Name"]!.GetValue<string>());
    }

    [Fact]
    public void A_record_takes_no_list_of_fields()
    {
        var id = caller.Create(new { });
        caller.Get($"{caller.Root}/Tasks/{id}?fields%5B%5D=Impact").ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
        caller.Get($"{caller.Root}/Tasks/{id}?returnFieldsByFieldId=1").ShouldPass();
    }

    [Fact]
    public void Answers_carry_the_time_of_the_service()
    {
        Assert.Equal("Thu, 01 Oct 2026 12:00:00 GMT", caller.Get($"{caller.Root}/Tasks").Headers["Date"]);
        Assert.Equal("application/json; charset=utf-8", caller.Get($"{caller.Root}/Tasks").Headers["Content-Type"]);
    }

    [Fact]
    public void Over_a_socket_too_the_time_is_the_services_own()
    {
        using var server = new DoubleServer(caller.Airtable);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, caller.Meta);
        using var response = client.Send(request);
        Assert.Equal(caller.Clock.Now, response.Headers.Date);
    }

    [Theory]
    [InlineData(MissingRecord.Status403, 403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND")]
    [InlineData(MissingRecord.Status404, 404, "MODEL_ID_NOT_FOUND")]
    [InlineData(MissingRecord.Status422, 422, "ROW_DOES_NOT_EXIST")]
    public void A_record_that_is_not_there_is_refused_as_the_switches_say(MissingRecord how, int status, string type)
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { MissingOnRead = how, MissingOnWrite = how, MissingOnBatchDelete = how };
        const string Missing = "rec00000000000000";
        caller.Get($"{caller.Root}/Tasks/{Missing}").ShouldFail(status, type);
        caller.Delete($"{caller.Root}/Tasks/{Missing}").ShouldFail(status, type);
        caller.Patch($"{caller.Root}/Tasks/{Missing}", new { fields = new { } }).ShouldFail(status, type);
        caller.Put($"{caller.Root}/Tasks/{Missing}", new { fields = new { } }).ShouldFail(status, type);
        caller.Delete($"{caller.Root}/Tasks?records%5B%5D={Missing}").ShouldFail(status, type);
    }
}
