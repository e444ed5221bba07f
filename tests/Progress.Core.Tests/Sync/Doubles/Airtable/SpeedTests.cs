using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class SpeedTests
{
    [Fact]
    public void Fifty_thousand_records_are_upserted_and_read_by_the_key_without_looking_at_every_row()
    {
        var caller = new AirtableCaller();
        caller.Airtable.Journal.Keeps = false;
        for (var call = 0; call < 5000; call++)
            Assert.Equal(200, caller.Upsert([.. Batch(call)]).Status);

        var (seen, offset) = (new HashSet<string>(), "");
        do
        {
            var page = caller.Page(("offset", offset), ("fields[]", "SyncKey")).Json;
            seen.UnionWith(page["records"]!.AsArray().Select(record => record!["fields"]!["SyncKey"]!.GetValue<string>()));
            offset = page["offset"]?.GetValue<string>() ?? "";
        }
        while (offset.Length > 0);
        Assert.Equal(50_000, seen.Count);
    }

    private static IEnumerable<object> Batch(int call) => Enumerable.Range(call * 10, 10).Select(i => (object)new
    {
        SyncKey = $"{i:x8}-0000-4000-8000-000000000000", Notes = "Completed in the second week", Status = "completed", Impact = i % 10, Done = "2026-10-01",
    });
}
