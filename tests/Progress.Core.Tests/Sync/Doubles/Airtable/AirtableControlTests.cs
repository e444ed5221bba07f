using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>What people and end-to-end tests do to a double that runs.</summary>
public class AirtableControlTests
{
    private readonly AirtableCaller caller = new();

    [Fact]
    public void Records_can_be_made_edited_and_removed_without_a_token_by_names()
    {
        caller.Token = null;
        var id = caller.Post("/_double/records/Customers/Tasks", """{"Task Name":"by hand","Status":"completed"}""").Json.GetValue<string>();
        Assert.Equal(204, caller.Post($"/_double/records/{caller.Base.Id}/Tasks/{id}", """{"Status":null}""").Status);
        Assert.Equal("""{"Task Name":"by hand"}""", caller.Get("/_double/records/Customers/Tasks").Json[0]!["fields"]!.ToJsonString());
        Assert.Equal(204, caller.Delete($"/_double/records/Customers/Tasks/{id}").Status);
        Assert.Equal(0, caller.Base.Count("Tasks"));
        Assert.Equal("", caller.Get("/_double/journal").Text);
    }

    [Theory]
    [InlineData("""{"name":"Progress ID","type":"autoNumber"}""", "Tasks")]
    [InlineData("""{"name":"Rate","type":"formula","options":{"formula":"1/2"}}""", "Tasks")]
    [InlineData("""{"name":"Last","type":"rollup","options":{"link":"Tasks","field":"Done","aggregation":"MAX(values)","where":"{Urgent}"}}""", "Customers")]
    [InlineData("""{"name":"Dones","type":"multipleLookupValues","options":{"link":"Tasks","field":"Done"}}""", "Customers")]
    [InlineData("""{"name":"How many","type":"count","options":{"link":"Tasks"}}""", "Customers")]
    public void Fields_that_the_API_does_not_create_can_be_added(string body, string table)
    {
        Assert.Equal(200, caller.Post($"/_double/fields/Customers/{table}", body).Status);
        Assert.Equal(200, caller.Post($"{caller.Root}/{table}", """{"fields":{}}""").Status);
    }

    [Fact]
    public void Lists_can_be_ended()
    {
        var list = ListTests.WithTasks(3);
        var offset = list.Page(("pageSize", "2")).Json["offset"]!.GetValue<string>();
        Assert.Equal(204, list.Post("/_double/expire", "").Status);
        list.Page(("pageSize", "2"), ("offset", offset)).ShouldFail(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
    }

    [Theory]
    [InlineData("/_double/nothing", "{}", 404)]
    [InlineData("/_double/faults", """{"kind":"Earthquake"}""", 400)]
    [InlineData("/_double/fields/Customers/Tasks", """{"name":"Rate","type":"formula"}""", 400)]
    [InlineData("/_double/records/Nothing/Tasks", "{}", 400)]
    [InlineData("/_double/records/Customers/Nothing", "{}", 400)]
    [InlineData("/_double/records/Customers/Tasks", "not JSON", 400)]
    public void A_mistake_is_said_in_words(string path, string json, int status)
    {
        var answer = caller.Post(path, json);
        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Text);
    }
}
