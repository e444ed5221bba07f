using Xunit;

namespace Progress.Tests.Doubles;

public class DeleteAndRestoreTests
{
    private static readonly Guid Id = new("00000000-0000-5000-8000-000000000001");
    private readonly TwentyCaller caller = TwentyCaller.WithProgressions();

    public DeleteAndRestoreTests() => caller.Post("/rest/repProgressions", $$"""{"id":"{{Id}}","rev":1}""");

    [Fact]
    public void Deleting_is_for_ever_unless_it_is_said_to_be_soft()
    {
        var answer = caller.Send("DELETE", $"/rest/repProgressions/{Id}?soft_delete=yes");
        Assert.Equal($"{{\"data\":{{\"deleteRepProgression\":{{\"id\":\"{Id}\"}}}}}}", answer.Text);
        Assert.Empty(caller.Twenty.Records("repProgressions"));
    }

    [Theory]
    [InlineData("/rest/repProgressions/{0}/restore", "restoreRepProgression")]
    [InlineData("/rest/restore/repProgressions/{0}", "restoreRepProgression")]
    [InlineData("/rest/repProgressions/restore?filter=id[eq]:{0}", "restoreRepProgressions")]
    [InlineData("/rest/restore/repProgressions?filter=id[eq]:{0}", "restoreRepProgressions")]
    public void What_was_softly_deleted_can_be_restored(string target, string key)
    {
        caller.Send("DELETE", $"/rest/repProgressions/{Id}?soft_delete=true");
        Assert.Empty(caller.List("repProgressions"));
        var answer = caller.Patch(string.Format(target, Id), "{}");
        Assert.Equal(200, answer.Status);
        Assert.NotNull(answer.Json["data"]![key]);
        Assert.Single(caller.List("repProgressions"));
    }

    [Fact]
    public void Deleting_many_needs_a_filter()
    {
        caller.Send("DELETE", "/rest/repProgressions").ShouldFail(400, "Filters are mandatory for bulk delete operations");
        var answer = caller.Send("DELETE", "/rest/repProgressions?filter=rev[eq]:1&soft_delete=true");
        Assert.Equal($"{{\"data\":{{\"deleteRepProgressions\":[{{\"id\":\"{Id}\"}}]}}}}", answer.Text);
        Assert.Single(caller.List("repProgressions", "deletedAt[is]:NOT_NULL"));
    }

    [Theory]
    [InlineData("/rest/repProgressions/abc", "'abc' is not a valid UUID")]
    [InlineData("/rest/repProgressions/a/b/c", "Query path '/rest/repProgressions/a/b/c' invalid. Valid examples:")]
    [InlineData("/rest/repProgression", "object 'repProgression' not found. Did you mean 'repProgressions'?")]
    [InlineData("/rest/repProgresions", "object 'repProgresions' not found. eg: companies")]
    public void A_path_that_leads_nowhere_is_400(string target, string message) => caller.Get(target).ShouldFail(400, message);
}
