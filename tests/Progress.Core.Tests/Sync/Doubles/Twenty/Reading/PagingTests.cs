using System.Text;
using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class PagingTests
{
    private readonly TwentyCaller caller = new();

    [Theory]
    [InlineData("", 60)]
    [InlineData("?limit=10", 10)]
    [InlineData("?limit=200", 200)]
    [InlineData("?limit=1000", 200)]
    [InlineData("?limit=0", 0)]
    public void A_limit_is_sixty_at_first_and_lowered_without_a_word(string query, int rows)
    {
        Notes(210);
        Assert.Equal(rows, Rows(caller.Get($"/rest/notes{query}").Json).Count);
    }

    [Fact]
    public void An_old_server_gives_sixty_at_most()
    {
        caller.Twenty.Options = caller.Twenty.Options with { MaxLimit = 60 };
        Notes(70);
        Assert.Equal(60, Rows(caller.Get("/rest/notes?limit=200").Json).Count);
    }

    [Theory]
    [InlineData("limit=x", "limit 'x' is invalid. Should be an integer")]
    [InlineData("limit=-1", "limit '-1' is invalid. Should be an integer")]
    [InlineData("depth=2", "'depth=2' parameter invalid. Allowed values are 0, 1")]
    [InlineData("order_by=title[Up]", "'order_by' direction 'Up' invalid.")]
    [InlineData("order_by=foo", "Object note doesn't have any \"foo\" field.")]
    [InlineData("starting_after=nonsense", "Invalid cursor: nonsense")]
    [InlineData("starting_after=a&ending_before=b", "Cannot provide both 'starting_after' and 'ending_before'")]
    [InlineData("fields=id,foo", "Object note doesn't have any \"foo\" field.")]
    public void What_is_wrong_is_refused(string query, string message) =>
        caller.Get($"/rest/notes?{query}").ShouldFail(400, message);

    [Theory]
    [InlineData("")]
    [InlineData("&order_by=updatedAt[AscNullsFirst]")]
    [InlineData("&order_by=title[DescNullsLast],createdAt")]
    public void Cursors_lead_through_all_rows_once(string order)
    {
        Notes(25);
        var ids = Walk($"/rest/notes?limit=7{order}", "starting_after");
        Assert.Equal(25, ids.Count);
        Assert.Equal(25, ids.Distinct().Count());
    }

    [Fact]
    public void Rows_of_one_time_come_in_the_order_of_their_ids()
    {
        Notes(20);
        var ids = Walk("/rest/notes?limit=3&order_by=updatedAt", "starting_after");
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void The_parameter_of_GraphQl_is_ignored_so_the_first_page_comes_again()
    {
        Notes(10);
        var first = caller.Get("/rest/notes?limit=5").Json;
        var cursor = Uri.EscapeDataString(first["pageInfo"]!["endCursor"]!.GetValue<string>());
        Assert.Equal(Ids(first), Ids(caller.Get($"/rest/notes?limit=5&after={cursor}").Json));
        Assert.NotEqual(Ids(first), Ids(caller.Get($"/rest/notes?limit=5&starting_after={cursor}").Json));
    }

    [Fact]
    public void A_cursor_is_base64_of_the_ordered_values_and_the_id()
    {
        caller.Note("a", at: "2026-09-01T10:00:00Z");
        var page = caller.Get("/rest/notes?order_by=updatedAt").Json;
        var cursor = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(page["pageInfo"]!["endCursor"]!.GetValue<string>())))!;
        Assert.Equal(["updatedAt", "id"], cursor.AsObject().Select(property => property.Key));
        Assert.Equal(Ids(page).Single(), cursor["id"]!.GetValue<string>());
    }

    [Fact]
    public void A_page_before_a_cursor_comes_in_the_same_order()
    {
        Notes(9);
        var all = Ids(caller.Get("/rest/notes").Json);
        var last = caller.Get("/rest/notes?limit=1&order_by=id[DescNullsLast]").Json;
        var cursor = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"id":"{{Ids(last)[0]}}"}"""));
        var page = caller.Get($"/rest/notes?limit=4&ending_before={Uri.EscapeDataString(cursor)}").Json;
        Assert.Equal(all[4..8], Ids(page));
        Assert.True(page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>());
    }

    [Fact]
    public void The_count_is_of_the_filter_without_the_cursor_and_an_empty_page_has_no_cursors()
    {
        Notes(10);
        Assert.Equal(10, caller.Get("/rest/notes?limit=3").Json["totalCount"]!.GetValue<int>());
        var empty = caller.Filtered("notes", "title[eq]:none").Json;
        Assert.Null(empty["pageInfo"]!["startCursor"]);
        Assert.Null(empty["pageInfo"]!["endCursor"]);
        caller.Twenty.Options = caller.Twenty.Options with { TotalCountNull = true };
        Assert.Null(caller.Get("/rest/notes").Json["totalCount"]);
    }

    [Fact]
    public void Fields_narrow_the_rows_and_the_id_is_always_there()
    {
        Notes(1);
        var row = Rows(caller.Get("/rest/notes?fields=title").Json)[0]!.AsObject();
        Assert.Equal(["id", "title"], row.Select(property => property.Key));
    }

    private void Notes(int count)
    {
        for (var i = 0; i < count; i++)
            caller.Note($"note {i % 4}");
    }

    private List<string> Walk(string target, string parameter)
    {
        var ids = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = caller.Get(cursor is null ? target : $"{target}&{parameter}={Uri.EscapeDataString(cursor)}").Json;
            ids.AddRange(Ids(page));
            if (!page["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
                return ids;
            cursor = page["pageInfo"]!["endCursor"]!.GetValue<string>();
        }
    }

    private static JsonArray Rows(JsonNode page) => page["data"]!["notes"]!.AsArray();

    private static List<string> Ids(JsonNode page) => [.. Rows(page).Select(row => row!["id"]!.GetValue<string>())];
}
