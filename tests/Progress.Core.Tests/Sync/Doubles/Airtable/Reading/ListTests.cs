using System.Text.Json.Nodes;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class ListTests
{
    [Fact]
    public void A_page_size_of_10_and_25_records_at_most_are_pages_of_10_10_and_5()
    {
        var caller = WithTasks(30);
        var sizes = new List<int>();
        var offset = "";
        do
        {
            var page = caller.Page(("pageSize", "10"), ("maxRecords", "25"), ("offset", offset)).ShouldPass().Json;
            sizes.Add(page["records"]!.AsArray().Count);
            offset = page["offset"]?.GetValue<string>() ?? "";
        }
        while (offset.Length > 0);
        Assert.Equal([10, 10, 5], sizes);
    }

    [Fact]
    public void An_offset_names_the_list_and_its_next_record_and_the_last_page_has_none()
    {
        var caller = WithTasks(3);
        var first = caller.Page(("pageSize", "2")).Json;
        Assert.Matches("^itr[A-Za-z0-9]{14}/rec[A-Za-z0-9]{14}$", first["offset"]!.GetValue<string>());
        var last = caller.Page(("pageSize", "2"), ("offset", first["offset"]!.GetValue<string>())).Json.AsObject();
        Assert.Equal(["records"], last.Select(property => property.Key));
    }

    [Fact]
    public void A_page_holds_a_hundred_unless_less_is_asked()
    {
        var caller = WithTasks(101);
        Assert.Equal(100, caller.List().Count);
        caller.Page(("pageSize", "101")).ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
        caller.Page(("pageSize", "0")).ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
        caller.Page(("maxRecords", "many")).ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
    }

    [Fact]
    public void The_same_offset_gives_the_same_page_again()
    {
        var caller = WithTasks(30);
        var offset = caller.Page(("pageSize", "10")).Json["offset"]!.GetValue<string>();
        string Page() => caller.Page(("pageSize", "10"), ("offset", offset)).Text;
        Assert.Equal(Page(), Page());
    }

    [Fact]
    public void Without_sort_and_view_the_order_is_arbitrary_with_a_view_it_is_the_views()
    {
        var caller = WithTasks(20);
        var made = Numbers(caller.List(("view", "Grid view")));
        Assert.Equal(Enumerable.Range(0, 20), made);
        Assert.NotEqual(made, Numbers(caller.List()));
        Assert.Equal(made, Numbers(caller.List()).Order());
    }

    [Fact]
    public void Sorting_is_by_several_fields_the_empty_first_and_options_in_their_order()
    {
        var caller = new AirtableCaller();
        var tasks = new (string, string?, int)[] { ("a", "completed", 1), ("b", "not_started", 1), ("c", null, 1), ("d", "completed", 2) };
        foreach (var (name, status, impact) in tasks)
            caller.Create(new Dictionary<string, object?> { ["Task Name"] = name, ["Status"] = status, ["Impact"] = impact });
        var rows = caller.List(("sort[0][field]", "Status"), ("sort[1][field]", "Impact"), ("sort[1][direction]", "desc"));
        Assert.Equal("c b d a", string.Join(' ', rows.Select(Name)));
        caller.Page(("sort[0][field]", "Nothing")).ShouldFail(422, "UNKNOWN_FIELD_NAME", "Nothing");
        caller.Page(("sort[0][field]", "Status"), ("sort[0][direction]", "down")).ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
    }

    [Fact]
    public void A_view_filters_and_its_hidden_fields_are_still_there()
    {
        var caller = WithTasks(5);
        caller.Base.AddView("Tasks", "Late ones", "{Impact} > 2", "Impact", descending: true);
        Assert.Equal([4, 3], Numbers(caller.List(("view", "Late ones"))));
        caller.Page(("view", "Nothing")).ShouldFail(422, "VIEW_NAME_NOT_FOUND");
    }

    [Theory]
    [InlineData("fields[]")]
    [InlineData("fields[0]")]
    [InlineData("fields")]
    public void Chosen_fields_alone_are_shown(string parameter)
    {
        var caller = WithTasks(1);
        Assert.Equal("""{"Impact":0}""", caller.List((parameter, "Impact"))[0]["fields"]!.ToJsonString());
        var id = caller.Base.FieldId("Tasks", "Impact");
        Assert.Equal("""{"Impact":0}""", caller.List((parameter, id))[0]["fields"]!.ToJsonString());
        caller.Page((parameter, "Nothing")).ShouldFail(422, "UNKNOWN_FIELD_NAME", "Nothing");
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    public void Field_ids_replace_names_where_asked(string value, bool byId)
    {
        var caller = WithTasks(1);
        var fields = caller.List(("returnFieldsByFieldId", value), ("fields[]", "Impact"))[0]["fields"]!.AsObject();
        Assert.Equal(byId ? caller.Base.FieldId("Tasks", "Impact") : "Impact", fields.Single().Key);
    }

    [Fact]
    public void A_plus_in_the_query_is_a_space_and_slashes_at_the_end_do_not_count()
    {
        var caller = WithTasks(1);
        Assert.Single(caller.Get($"{caller.Root}/Tasks/?fields%5B%5D=Task+Name&filterByFormula=LEN(%7BTask+Name%7D)").ShouldPass().Json["records"]!.AsArray());
        caller.Get($"{caller.Root}/{caller.Base.TableId("Tasks")}?").ShouldPass();
    }

    [Fact]
    public void A_table_may_have_a_slash_in_its_name()
    {
        var caller = new AirtableCaller();
        caller.Base.AddTable("In/Out", ByHandField.Text("Name"));
        var id = caller.Post($"{caller.Root}/In%2FOut", new { fields = new { Name = "x" } }).ShouldPass().Json["id"]!.GetValue<string>();
        caller.Get($"{caller.Root}/In%2FOut/{id}").ShouldPass();
        Assert.Single(caller.Post($"{caller.Root}/In%2FOut/listRecords", new { }).Json["records"]!.AsArray());
    }

    [Fact]
    public void Parameters_that_do_not_exist_are_refused_in_a_query_and_let_pass_in_a_body()
    {
        var caller = WithTasks(1);
        caller.Page(("method", "post")).ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
        Assert.Equal(200, caller.Post($"{caller.Root}/Tasks/listRecords", new { method = "post", timeZone = "utc" }).Status);
    }

    [Fact]
    public void The_deprecated_limit_is_a_page_size()
    {
        Assert.Equal(2, WithTasks(3).List(("limit", "2"), ("offset", "")).Count);
    }

    [Fact]
    public void Posting_takes_the_same_parameters_in_a_body_and_continues_any_list()
    {
        var caller = WithTasks(5);
        var body = new JsonObject
        {
            ["fields"] = new JsonArray("Impact"), ["sort"] = new JsonArray(new JsonObject { ["field"] = "Impact", ["direction"] = "desc" }),
            ["filterByFormula"] = "{Impact}<4", ["pageSize"] = 3,
        };
        var first = caller.Post($"{caller.Root}/Tasks/listRecords", body.ToJsonString()).ShouldPass().Json;
        Assert.Equal([3, 2, 1], Numbers(first["records"]!.AsArray()));
        body["offset"] = first["offset"]!.DeepClone();
        Assert.Equal([0], Numbers(caller.Post($"{caller.Root}/Tasks/listRecords", body.ToJsonString()).ShouldPass().Json["records"]!.AsArray()));
    }

    [Fact]
    public void Texts_need_a_zone_and_a_language_which_a_posted_body_does_not_give()
    {
        var caller = WithTasks(1);
        var asText = ("cellFormat", "string");
        Assert.Equal("0", caller.List(asText, ("timeZone", "utc"), ("userLocale", "en"), ("fields[]", "Impact"))[0]["fields"]!["Impact"]!.GetValue<string>());
        caller.Page(asText).ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
        var body = new { cellFormat = "string", timeZone = "utc", userLocale = "en" };
        caller.Post($"{caller.Root}/Tasks/listRecords", body).ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
        caller.Post($"{caller.Root}/Tasks/listRecords?timeZone=utc&userLocale=en", body).ShouldPass();
    }

    [Fact]
    public void Comments_are_counted_where_asked()
    {
        Assert.Equal(0, WithTasks(1).List(("recordMetadata[]", "commentCount"))[0]["commentCount"]!.GetValue<int>());
    }

    internal static AirtableCaller WithTasks(int count, AirtableSwitches? switches = null)
    {
        var caller = new AirtableCaller(switches);
        for (var i = 0; i < count; i++)
            caller.Create(new Dictionary<string, object> { ["Task Name"] = $"task {i}", ["Impact"] = i });
        return caller;
    }

    internal static IEnumerable<int> Numbers(IEnumerable<JsonNode?> records) => records.Select(record => record!["fields"]!["Impact"]!.GetValue<int>());

    private static string Name(JsonNode record) => record["fields"]!["Task Name"]!.GetValue<string>();
}
