using Xunit;

namespace Progress.Tests.Doubles;

public class UpdateTests
{
    private static readonly Guid Ann = new("00000000-0000-5000-8000-000000000001");
    private static readonly Guid Bob = new("00000000-0000-5000-8000-000000000002");
    private readonly TwentyCaller caller = TwentyCaller.WithProgressions();

    public UpdateTests()
    {
        caller.Post("/rest/batch/repProgressions", $$"""[{"id":"{{Ann}}","rev":1,"totalXp":10},{"id":"{{Bob}}","rev":1,"totalXp":20}]""");
        caller.Clock.Now += TimeSpan.FromMinutes(1);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    public void Updating_one_touches_what_was_sent_and_the_time(string method)
    {
        var answer = caller.Send(method, $"/rest/repProgressions/{Ann}", """{"totalXp":15}""");
        Assert.Equal(200, answer.Status);
        var row = answer.Json["data"]!["updateRepProgression"]!;
        Assert.Equal(15, row["totalXp"]!.GetValue<int>());
        Assert.Equal(1, row["rev"]!.GetValue<int>());
        Assert.Equal("2026-10-01T12:01:00.000Z", row["updatedAt"]!.GetValue<string>());
        Assert.Equal("2026-10-01T12:00:00.000Z", row["createdAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(404, "Record not found")]
    [InlineData(400, "Could not find any entity of type")]
    public void A_missing_record_is_said_in_the_way_of_the_release(int status, string message)
    {
        caller.Twenty.Options = caller.Twenty.Options with { MissingRecordStatus = status };
        var missing = $"/rest/repProgressions/{Guid.Empty}";
        caller.Get(missing).ShouldFail(status, message);
        caller.Patch(missing, "{}").ShouldFail(status, message);
        caller.Send("DELETE", missing).ShouldFail(status, message);
    }

    [Fact]
    public void Updating_many_returns_only_the_rows_it_touched()
    {
        Assert.Equal([Ann], Touched("and(rev[eq]:1,totalXp[eq]:10,deletedAt[is]:NULL)", """{"rev":2}"""));
        Assert.Equal([], Touched("and(rev[eq]:1,totalXp[eq]:10,deletedAt[is]:NULL)", """{"rev":3}"""));
    }

    [Fact]
    public void Updating_many_does_not_pass_over_the_trash_unless_told()
    {
        caller.Send("DELETE", $"/rest/repProgressions/{Ann}?soft_delete=true");
        Assert.Equal([Ann, Bob], Touched("rev[eq]:1", """{"totalXp":1}"""));
        Assert.Equal([Bob], Touched("rev[eq]:1,deletedAt[is]:NULL", """{"totalXp":1}"""));
    }

    [Theory]
    [InlineData("/rest/repProgressions")]
    [InlineData("/rest/repProgressions?filter=")]
    [InlineData("/rest/repProgressions?Filter=rev[eq]:5")]
    public void An_empty_filter_is_refused_or_updates_everything(string target)
    {
        caller.Patch(target, """{"rev":9}""").ShouldFail(400, "A non-empty filter is required for a bulk mutation");
        caller.Twenty.Options = caller.Twenty.Options with { EmptyFilterUpdatesAll = true };
        Assert.Equal(2, caller.Patch(target, """{"rev":9}""").Json["data"]!["updateRepProgressions"]!.AsArray().Count);
        Assert.All(caller.Twenty.Records("repProgressions"), row => Assert.Equal(9, row["rev"]!.GetValue<int>()));
    }

    [Fact]
    public void An_old_server_does_not_update_many_over_REST()
    {
        caller.Twenty.Options = caller.Twenty.Options with { RestUpdateMany = false };
        caller.Patch($"/rest/repProgressions?filter=id[eq]:{Ann}", "{}")
            .ShouldFail(400, "Activate feature flag to use UpdateMany in the REST API");
    }

    [Fact]
    public void More_rows_than_the_cap_are_not_updated()
    {
        caller.Twenty.Options = caller.Twenty.Options with { MaxLimit = 1 };
        caller.Patch("/rest/repProgressions?filter=rev[eq]:1", """{"rev":2}""").ShouldFail(400, "Cannot update more than 1 records at once");
        Assert.All(caller.Twenty.Records("repProgressions"), row => Assert.Equal(1, row["rev"]!.GetValue<int>()));
    }

    private IEnumerable<Guid> Touched(string filter, string json) =>
        caller.Patch($"/rest/repProgressions?filter={Uri.EscapeDataString(filter)}", json)
            .Json["data"]!["updateRepProgressions"]!.AsArray().Select(row => row!["id"]!.GetValue<Guid>()).Order();
}
