using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class TimeFilterTests
{
    private const string Stored = "2026-10-01T10:00:00.123456Z";
    private const string Shown = "2026-10-01T10:00:00.123Z";

    [Theory]
    [InlineData(DateTimeGranularity.Ms, "eq", 1)]
    [InlineData(DateTimeGranularity.Ms, "gt", 0)]
    [InlineData(DateTimeGranularity.Ms, "gte", 1)]
    [InlineData(DateTimeGranularity.Ms, "lt", 0)]
    [InlineData(DateTimeGranularity.Ms, "lte", 1)]
    [InlineData(DateTimeGranularity.Us, "eq", 0)]
    [InlineData(DateTimeGranularity.Us, "gt", 1)]
    [InlineData(DateTimeGranularity.Us, "gte", 1)]
    [InlineData(DateTimeGranularity.Us, "lt", 0)]
    [InlineData(DateTimeGranularity.Us, "lte", 0)]
    public void The_time_that_was_shown_compares_by_the_unit_of_the_server(DateTimeGranularity unit, string name, int found)
    {
        var caller = new TwentyCaller(new TwentyOptions { DateTimeGranularity = unit }, Stored);
        caller.Note("a");
        var row = Assert.Single(caller.List("notes"))!;
        Assert.Equal(Shown, row["updatedAt"]!.GetValue<string>());
        Assert.Equal(found, caller.List("notes", $"updatedAt[{name}]:{Shown}").Count);
    }

    [Fact]
    public void A_server_of_microseconds_pages_through_rows_of_one_millisecond()
    {
        var caller = new TwentyCaller(new TwentyOptions { DateTimeGranularity = DateTimeGranularity.Us }, Stored);
        for (var i = 0; i < 5; i++)
        {
            caller.Note($"{i}");
            caller.Clock.Now = caller.Clock.Now.AddMicroseconds(i % 2);
        }

        string? cursor = null;
        var seen = new List<string>();
        for (var page = 0; page < 3; page++)
        {
            var answer = caller.Get($"/rest/notes?limit=2&order_by=updatedAt{(cursor is null ? "" : $"&starting_after={Uri.EscapeDataString(cursor)}")}").Json;
            seen.AddRange(answer["data"]!["notes"]!.AsArray().Select(row => row!["title"]!.GetValue<string>()));
            cursor = answer["pageInfo"]!["endCursor"]!.GetValue<string>();
        }

        Assert.Equal(["0", "1", "2", "3", "4"], seen.Order());
    }
}
