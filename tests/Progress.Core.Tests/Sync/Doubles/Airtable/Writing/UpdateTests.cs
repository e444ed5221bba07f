using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class UpdateTests
{
    private readonly AirtableCaller caller = new();

    [Fact]
    public void Patch_keeps_what_is_not_named_put_empties_it()
    {
        var id = caller.Create(new { Notes = "a", Impact = 1 });
        Assert.Equal("""{"Notes":"a","Impact":2}""", caller.Patch($"{caller.Root}/Tasks/{id}", new { fields = new { Impact = 2 } }).Json["fields"]!.ToJsonString());
        Assert.Equal("""{"Impact":3}""", caller.Put($"{caller.Root}/Tasks/{id}", new { fields = new { Impact = 3 } }).Json["fields"]!.ToJsonString());
        var batch = new { records = new[] { new { id, fields = new { Notes = "b" } } } };
        Assert.Equal("""{"Notes":"b","Impact":3}""", caller.Patch($"{caller.Root}/Tasks/", batch).Json["records"]![0]!["fields"]!.ToJsonString());
        Assert.Equal("""{"Notes":"b"}""", caller.Put($"{caller.Root}/Tasks/", batch).Json["records"]![0]!["fields"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Notes", "\"\"")]
    [InlineData("Notes", "null")]
    [InlineData("Tools", "[]")]
    [InlineData("Urgent", "false")]
    [InlineData("Status", "null")]
    [InlineData("Customer", "[]")]
    [InlineData("Customer", "null")]
    [InlineData("Done", "null")]
    public void Nothing_empties_a_cell(string field, string nothing)
    {
        var customer = caller.Create(new { Name = "Acme" }, "Customers");
        var id = caller.Create(new
        {
            Notes = "a", Tools = new[] { "icp" }, Urgent = true, Status = "completed", Customer = new[] { customer }, Done = "2026-03-01",
        });
        caller.Patch($"{caller.Root}/Tasks/{id}", $"{{\"fields\":{{\"{field}\":{nothing}}}}}").ShouldPass();
        Assert.False(caller.Fields(id).ContainsKey(field));
    }

    [Theory]
    [InlineData("""{"records":[{"fields":{}}]}""", "INVALID_RECORDS")]
    [InlineData("""{"records":[{"id":"abc","fields":{}}]}""", "INVALID_RECORDS")]
    [InlineData("""{"records":[{"id":"rec00000000000000","fields":{}}]}""", "ROW_DOES_NOT_EXIST")]
    [InlineData("""{"fields":{}}""", "INVALID_RECORDS")]
    public void A_batch_needs_ids_that_are_there(string body, string type) => caller.Patch($"{caller.Root}/Tasks", body).ShouldFail(422, type);

    [Fact]
    public void Both_sides_of_a_link_say_the_same()
    {
        var (a, b) = (caller.Create(new { Name = "A" }, "Customers"), caller.Create(new { Name = "B" }, "Customers"));
        var task = caller.Create(new { Customer = new[] { a } });
        Assert.Equal($"""["{task}"]""", caller.Fields(a, "Customers")["Tasks"]!.ToJsonString());

        caller.Patch($"{caller.Root}/Tasks/{task}", new { fields = new { Customer = new[] { b } } }).ShouldPass();
        Assert.False(caller.Fields(a, "Customers").ContainsKey("Tasks"));

        caller.Patch($"{caller.Root}/Customers/{a}", new { fields = new { Tasks = new[] { task } } }).ShouldPass();
        Assert.Equal($"""["{b}","{a}"]""", caller.Fields(task)["Customer"]!.ToJsonString());

        caller.Delete($"{caller.Root}/Customers/{b}").ShouldPass();
        Assert.Equal($"""["{a}"]""", caller.Fields(task)["Customer"]!.ToJsonString());
    }

    [Fact]
    public void Deleting_answers_with_the_ids_in_any_form_of_list()
    {
        var ids = Enumerable.Range(0, 5).Select(_ => caller.Create(new { })).ToList();
        Assert.Equal($$"""{"id":"{{ids[0]}}","deleted":true}""", caller.Delete($"{caller.Root}/Tasks/{ids[0]}?").ShouldPass().Text);
        Assert.Equal(
            $$"""{"records":[{"id":"{{ids[2]}}","deleted":true},{"id":"{{ids[1]}}","deleted":true}]}""",
            caller.Delete($"{caller.Root}/Tasks?records%5B%5D={ids[2]}&records%5B%5D={ids[1]}").ShouldPass().Text);
        caller.Delete($"{caller.Root}/Tasks?records%5B0%5D={ids[3]}&records={ids[4]}").ShouldPass();
        Assert.Equal(0, caller.Base.Count("Tasks"));
    }

    [Fact]
    public void Ten_records_at_most_are_deleted_and_all_or_none()
    {
        var ids = Enumerable.Range(0, 11).Select(_ => caller.Create(new { })).ToList();
        caller.Delete($"{caller.Root}/Tasks?{string.Join('&', ids.Select(id => $"records[]={id}"))}").ShouldFail(422, "INVALID_RECORDS");
        caller.Delete($"{caller.Root}/Tasks").ShouldFail(422, "INVALID_RECORDS");
        caller.Delete($"{caller.Root}/Tasks?records[]={ids[0]}&records[]=rec00000000000000").ShouldFail(404, "MODEL_ID_NOT_FOUND");
        Assert.Equal(11, caller.Base.Count("Tasks"));
    }
}
