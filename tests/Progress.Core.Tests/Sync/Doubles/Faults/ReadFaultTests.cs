using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class ReadFaultTests
{
    private const string List = "/rest/notes?limit=5&order_by=createdAt";
    private readonly TwentyCaller caller = new();

    public ReadFaultTests()
    {
        for (var i = 0; i < 12; i++)
            caller.Note($"{i}", at: $"2026-09-01T00:00:{i:00}Z");
    }

    [Fact]
    public void A_page_can_come_twice()
    {
        var first = caller.Get(List).Json;
        caller.Twenty.Faults.Next(Fault.DuplicatePage);
        Assert.Equal(first.ToJsonString(), Next(first).ToJsonString());
        Assert.NotEqual(first.ToJsonString(), Next(first).ToJsonString());
    }

    [Fact]
    public void A_cursor_can_come_twice_with_new_rows()
    {
        var first = caller.Get(List).Json;
        caller.Twenty.Faults.Next(Fault.RepeatedCursor);
        var second = Next(first);
        Assert.Equal(Cursor(first), Cursor(second));
        Assert.NotEqual(Titles(first), Titles(second));
        Assert.True(second["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
    }

    [Fact]
    public void Rows_can_come_in_another_order()
    {
        var ordered = Titles(caller.Get(List).Json);
        caller.Twenty.Faults.Next(Fault.Reorder);
        var shuffled = Titles(caller.Get(List).Json);
        Assert.NotEqual(ordered, shuffled);
        Assert.Equal(ordered, shuffled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_read_can_be_stale()
    {
        var id = new Guid("00000000-0000-4000-8000-0000000000ff");
        caller.Note("before", id);
        caller.Clock.Now += TimeSpan.FromSeconds(10);
        caller.Twenty.EditNote(id, "after");
        caller.Twenty.Faults.Next(Fault.Stale(TimeSpan.FromSeconds(5)));
        Assert.Equal("before", Title(id));
        Assert.Equal("after", Title(id));
        caller.Twenty.Faults.Next(Fault.Stale(TimeSpan.FromSeconds(15)));
        Assert.Equal(404, caller.Get($"/rest/notes/{id}").Status);
    }

    private string Title(Guid id) => caller.Get($"/rest/notes/{id}").Json["data"]!["note"]!["title"]!.GetValue<string>();

    private JsonNode Next(JsonNode page) => caller.Get($"{List}&starting_after={Uri.EscapeDataString(Cursor(page))}").Json;

    private static string Cursor(JsonNode page) => page["pageInfo"]!["endCursor"]!.GetValue<string>();

    private static List<string> Titles(JsonNode page) => [.. page["data"]!["notes"]!.AsArray().Select(row => row!["title"]!.GetValue<string>())];
}
