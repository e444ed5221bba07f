using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class CreateTests
{
    private readonly AirtableCaller caller = new();

    [Fact]
    public void A_batch_answers_in_its_order_with_200()
    {
        var answer = caller.Post($"{caller.Root}/Tasks", new { records = Enumerable.Range(0, 10).Select(i => new { fields = new { Impact = i } }) }).ShouldPass();
        Assert.Equal(Enumerable.Range(0, 10), ListTests.Numbers(answer.Json["records"]!.AsArray()));
        Assert.Equal(10, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void Computed_cells_are_in_the_answer()
    {
        caller.Base.AddFieldByHand("Tasks", ByHandField.AutoNumber("No"));
        caller.Base.AddFieldByHand("Tasks", ByHandField.CreatedTime("Made"));
        caller.Create(new { });
        var fields = caller.Post($"{caller.Root}/Tasks", new { fields = new { } }).Json["fields"]!;
        Assert.Equal("""{"No":2,"Made":"2026-10-01T12:00:00.000Z"}""", fields.ToJsonString());
    }

    [Theory]
    [InlineData(false, "You must provide an array of up to 10 record objects")]
    [InlineData(true, "A maximum of 10 records can be created per request but you have provided 11.")]
    public void Eleven_records_are_refused_in_one_of_two_texts(bool namesCount, string text)
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { CreateLimitNamesCount = namesCount };
        caller.Post($"{caller.Root}/Tasks", new { records = Enumerable.Range(0, 11).Select(i => new { fields = new { Impact = i } }) })
            .ShouldFail(422, "INVALID_RECORDS", text);
        Assert.Equal(0, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void One_record_that_is_refused_refuses_all()
    {
        caller.Post($"{caller.Root}/Tasks", """{"records":[{"fields":{"Impact":1}},{"fields":{"Impact":"1"}}]}""").ShouldFail(422, "INVALID_VALUE_FOR_COLUMN");
        Assert.Equal(0, caller.Base.Count("Tasks"));
    }

    [Theory]
    [InlineData("""{"fields":{"Nothing":1}}""", "UNKNOWN_FIELD_NAME", "Unknown field name: \"Nothing\"")]
    [InlineData("""{"fields":{"impact":1}}""", "UNKNOWN_FIELD_NAME", "impact")]
    [InlineData("""{}""", "INVALID_REQUEST_MISSING_FIELDS", "Could not find field \"fields\" in the request body")]
    [InlineData("""{"records":[{}]}""", "INVALID_REQUEST_MISSING_FIELDS", "fields")]
    [InlineData("""{"records":{"fields":{}}}""", "INVALID_RECORDS", "up to 10")]
    [InlineData("""{"fields":{},"typecast":"yes"}""", "INVALID_REQUEST_UNKNOWN", "typecast")]
    [InlineData("""[]""", "INVALID_REQUEST_UNKNOWN", "")]
    public void A_body_that_does_not_fit_is_refused(string body, string type, string text) =>
        caller.Post($"{caller.Root}/Tasks", body).ShouldFail(422, type, text);

    [Theory]
    [InlineData(BodyStatus.Status400, 400)]
    [InlineData(BodyStatus.Status422, 422)]
    public void A_body_that_is_no_JSON_is_refused_as_the_switch_says(BodyStatus how, int status)
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { UnparsableBody = how };
        caller.Post($"{caller.Root}/Tasks", """{"fields":""").ShouldFail(status, "INVALID_REQUEST_BODY");
    }

    [Fact]
    public void Field_ids_are_taken_and_given()
    {
        var id = caller.Base.FieldId("Tasks", "Impact");
        var body = new { returnFieldsByFieldId = true, typecast = false, fields = new Dictionary<string, object> { [id] = 7 } };
        Assert.Equal($$"""{"{{id}}":7}""", caller.Post($"{caller.Root}/Tasks/", body).ShouldPass().Json["fields"]!.ToJsonString());
    }

    [Fact]
    public void A_base_that_is_full_takes_no_more()
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { MaxRecords = 2 };
        caller.Create(new { });
        caller.Post($"{caller.Root}/Tasks", """{"records":[{"fields":{}},{"fields":{}}]}""").ShouldFail(422, "INVALID_RECORDS");
        caller.Create(new { });
        Assert.Equal(2, caller.Base.Count("Tasks"));
    }
}
