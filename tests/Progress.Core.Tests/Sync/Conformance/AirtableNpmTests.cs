using System.Text.Json.Nodes;
using Progress.Sync;
using Progress.Tests.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>The official client and ours at the same base: what one writes, both read.</summary>
public sealed class AirtableNpmTests(NpmClient client) : IDisposable
{
    private readonly AirtablePlace place = new(overHttp: true);

    [Fact]
    public void Both_clients_see_the_records_that_ours_wrote()
    {
        var customer = place.Base.Records(AirtablePlace.Assets)[1]["id"]!.GetValue<string>();
        place.Write([.. Enumerable.Range(0, 120).Select(i => AirtablePlace.ByKey(
            AirtablePlace.Id($"new {i}"), ("Task Name", $"Größe \"{i}\" \\ 'x'"), ("Status", i % 2 == 0 ? "completed" : "in_progress"), ("Customer ID", new JsonArray(customer)),
            ("Completed Date", i % 2 == 0 ? "2026-09-01" : null), ("Competency Impact", (i % 10) + 1), ("Completion Notes", i % 3 == 0 ? "one\ntwo" : null)))]);

        AssertSame(123);
    }

    [Fact]
    public void Both_clients_see_the_records_that_the_official_one_wrote()
    {
        var records = Enumerable.Range(0, 10).Select(i => new { fields = new Dictionary<string, object> { ["Task Name"] = $"Task {i}", ["Status"] = "skipped", ["SyncKey"] = AirtablePlace.Id($"npm {i}") } });
        Official("create", new { records = records.ToArray() });
        Official("update", new { records = new[] { new { fields = new Dictionary<string, object> { ["SyncKey"] = AirtablePlace.Id("npm 3"), ["Status"] = "completed" } } }, options = new { performUpsert = new { fieldsToMergeOn = new[] { "SyncKey" } } } });

        AssertSame(13);
        Assert.Equal("completed", place.Provider.Read(EntityNames.TaskProgress, [AirtablePlace.Id("npm 3")], default).Single().Fields["Status"]!.GetValue<string>());
    }

    public void Dispose() => place.Dispose();

    private void AssertSame(int records)
    {
        var ours = place.Changes().ToDictionary(r => r.Id, r => r.Fields);
        var theirs = Official("list", new { }).AsArray().ToDictionary(r => r!["id"]!.GetValue<string>(), r => r!["fields"]!.AsObject());
        Assert.Equal(records, ours.Count);
        Assert.Equal(theirs.Keys.Order(), ours.Keys.Order());
        foreach (var (id, fields) in theirs)
            foreach (var (name, value) in fields) Assert.True(JsonNode.DeepEquals(value, ours[id][name]), $"{id} {name}: {value?.ToJsonString()} and {ours[id][name]?.ToJsonString()}");
    }

    private JsonNode Official(string scenario, object input)
    {
        var all = System.Text.Json.JsonSerializer.SerializeToNode(input)!.AsObject();
        foreach (var (name, value) in new[] { ("address", place.Root.GetLeftPart(UriPartial.Authority)), ("token", AirtablePlace.Secret), ("base", place.Base.Id), ("table", AirtablePlace.Tasks) }) all[name] = value;
        return client.Run(scenario, all)["value"] ?? throw new InvalidOperationException("the client refused");
    }
}
