using System.Text.Json;
using Xunit;

namespace Progress.Tests.Doubles;

public class BatchAndUpsertTests
{
    private const string Batch = "/rest/batch/repProgressions";
    private readonly TwentyCaller caller = TwentyCaller.WithProgressions();

    [Fact]
    public void A_batch_answers_in_another_order()
    {
        var answer = caller.Post(Batch, Items(40));
        Assert.Equal(201, answer.Status);
        var order = answer.Json["data"]!["createRepProgressions"]!.AsArray().Select(row => row!["rev"]!.GetValue<int>()).ToList();
        Assert.Equal(Enumerable.Range(0, 40), order.Order());
        Assert.NotEqual(Enumerable.Range(0, 40), order);
    }

    [Theory]
    [InlineData("""[{"rev":1},{"rev":"2"}]""")]
    [InlineData("""[{"rev":1},{"foo":2}]""")]
    [InlineData("""[{"id":"5d1c0000-0000-5000-8000-000000000001"},{"id":"5d1c0000-0000-5000-8000-000000000001"}]""")]
    public void A_batch_is_stored_as_a_whole_or_not_at_all(string json)
    {
        Assert.Equal(400, caller.Post(Batch, json).Status);
        Assert.Empty(caller.Twenty.Records("repProgressions"));
    }

    [Theory]
    [InlineData("{}", "Body must be an array")]
    [InlineData("[]", "Body must not be an empty array")]
    public void A_batch_is_a_list_of_something(string json, string message) => caller.Post(Batch, json).ShouldFail(400, message);

    [Theory]
    [InlineData(200)]
    [InlineData(60)]
    public void A_batch_has_a_largest_size(int cap)
    {
        caller.Twenty.Options = caller.Twenty.Options with { MaxLimit = cap };
        caller.Post(Batch, Items(cap + 1)).ShouldFail(400, $"Maximum number of records to upsert is {cap}.");
        Assert.Equal(201, caller.Post(Batch, Items(cap)).Status);
    }

    [Fact]
    public void A_short_lived_build_answers_under_the_bare_plural()
    {
        caller.Twenty.Options = caller.Twenty.Options with { BatchKeyPlural = true };
        Assert.Single(caller.Post(Batch, Items(1)).Json["data"]!["repProgressions"]!.AsArray());
    }

    [Fact]
    public void Without_batches_the_path_is_invalid()
    {
        caller.Twenty.Options = caller.Twenty.Options with { RestBatch = false };
        caller.Post(Batch, Items(1)).ShouldFail(400, $"Query path '{Batch}' invalid.");
    }

    [Fact]
    public void An_upsert_changes_what_is_there_and_revives_what_is_in_the_trash()
    {
        var id = Create("""{"name":"Ann","rev":1}""");
        caller.Send("DELETE", $"/rest/repProgressions/{id}?soft_delete=true");
        var answer = caller.Post($"{Batch}?upsert=true", $$"""[{"id":"{{id}}","rev":2},{"name":"Bob"}]""");
        Assert.Equal(201, answer.Status);
        var ann = caller.Twenty.Record("repProgressions", Guid.Parse(id))!;
        Assert.Equal("Ann", ann["name"]!.GetValue<string>());
        Assert.Equal(2, ann["rev"]!.GetValue<int>());
        Assert.Null(ann["deletedAt"]);
        Assert.Equal(2, caller.List("repProgressions").Count);
    }

    [Fact]
    public void A_unique_field_is_a_key_for_upserts_and_refused_twice_elsewhere()
    {
        var objectId = caller.Get("/rest/metadata/objects?limit=200").Json["data"]!.AsArray()
            .First(item => item!["nameSingular"]!.GetValue<string>() == "repProgression")!["id"]!.GetValue<string>();
        caller.Post("/rest/metadata/fields", $$"""{"objectMetadataId":"{{objectId}}","type":"TEXT","name":"code","label":"Code","isUnique":true}""");
        var id = Create("""{"code":"a"}""");
        caller.Post("/rest/repProgressions", """{"code":"a"}""").ShouldFail(400, "A duplicate entry was detected: unique constraint");
        var upserted = caller.Post("/rest/repProgressions?upsert=true", """{"code":"a","rev":7}""").Json["data"]!["createRepProgression"]!;
        Assert.Equal(id, upserted["id"]!.GetValue<string>());
        var other = Create("""{"code":"b"}""");
        caller.Post("/rest/repProgressions?upsert=true", $$"""{"id":"{{other}}","code":"a"}""")
            .ShouldFail(400, "Multiple records found with the same unique field values for");
    }

    private static string Items(int count) => JsonSerializer.Serialize(Enumerable.Range(0, count).Select(rev => new { rev }));

    private string Create(string json) =>
        caller.Post("/rest/repProgressions", json).Json["data"]!["createRepProgression"]!["id"]!.GetValue<string>();
}
