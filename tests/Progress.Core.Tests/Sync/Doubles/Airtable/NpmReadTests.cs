using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>The official client reads from the double.</summary>
public class NpmReadTests(NpmClient client)
{
    [Theory]
    [InlineData("GET", """{"pageSize":10}""")]
    [InlineData("POST", """{"pageSize":10,"method":"post","timeZone":"utc","userLocale":"en"}""")]
    public void Three_pages_come_by_get_and_by_post(string method, string select)
    {
        using var place = WithTasks(25);
        Assert.Equal("[10,10,5]", place.Value("pages", new { select = JsonNode.Parse(select) }).ToJsonString());
        Assert.All(place.Airtable.Journal.Entries, entry => Assert.Equal((method, 200), (entry.Method, entry.Status)));
        Assert.Equal(3, place.Airtable.Journal.Entries.Count);
    }

    [Fact]
    public void It_is_the_official_client_that_asks()
    {
        using var place = WithTasks(1);
        var select = new { fields = new[] { "Impact" }, sort = new[] { new { field = "Impact" } }, filterByFormula = "{Task Name}='task 0'" };
        place.Value("list", new { select });
        var request = place.Airtable.Journal.Entries.Single().Request;
        Assert.Equal(("Airtable.js/0.12.2", place.Caller.Base.Id), (request.Header("User-Agent"), request.Header("x-airtable-application-id")));
        Assert.Equal("fields%5B%5D=Impact&sort%5B0%5D%5Bfield%5D=Impact&filterByFormula=%7BTask+Name%7D%3D%27task+0%27", request.Query);
    }

    [Fact]
    public void Records_come_sorted_filtered_and_with_chosen_fields_or_by_a_view()
    {
        using var place = WithTasks(4);
        Assert.Equal([3, 2], ListTests.Numbers(place.Value("list", new
        {
            select = new { fields = new[] { "Impact" }, sort = new[] { new { field = "Impact", direction = "desc" } }, filterByFormula = "{Impact}>1" },
        }).AsArray()));
        Assert.Equal([0, 1], ListTests.Numbers(place.Value("list", new { select = new { view = "Grid view", maxRecords = 2 } }).AsArray()));
    }

    [Fact]
    public void A_long_formula_is_posted_by_the_client_itself()
    {
        using var place = WithTasks(2);
        var formula = $"OR({string.Join(',', Enumerable.Repeat("{Impact}=1", 2000))})";
        Assert.Equal([1], ListTests.Numbers(place.Value("list", new { select = new { filterByFormula = formula } }).AsArray()));
        Assert.EndsWith("/listRecords", place.Airtable.Journal.Entries.Single().Path);
    }

    [Fact]
    public void Field_ids_and_texts_come_where_asked()
    {
        using var place = WithTasks(1);
        var id = place.Caller.Base.FieldId("Tasks", "Impact");
        var select = new { fields = new[] { id }, returnFieldsByFieldId = true, cellFormat = "string", timeZone = "utc", userLocale = "en" };
        Assert.Equal($$"""{"{{id}}":"0"}""", place.Value("list", new { select })[0]!["fields"]!.ToJsonString());
    }

    [Fact]
    public void The_deprecated_list_and_a_single_record_are_read()
    {
        using var place = WithTasks(120);
        Assert.Equal(Enumerable.Range(0, 120), ListTests.Numbers(place.Value("forEach").AsArray()).Order());
        var id = place.Caller.Base.Records("Tasks")[7]["id"]!.GetValue<string>();
        Assert.Equal("task 7", place.Value("find", new { id })["fields"]!["Task Name"]!.GetValue<string>());
    }

    [Fact]
    public void A_list_that_ends_on_its_way_is_refused_to_the_client()
    {
        using var place = WithTasks(25, airtable => new EndingLists(airtable));
        place.ShouldRefuse("LIST_RECORDS_ITERATOR_NOT_AVAILABLE", 422, "list", new { select = new { pageSize = 10 } });
        Assert.Equal([200, 422], place.Airtable.Journal.Entries.Select(entry => entry.Status));
    }

    [Fact]
    public void After_two_429_the_client_tries_again_and_gets_its_records()
    {
        using var place = WithTasks(3);
        place.Airtable.Faults.Next(Fault.Throttle(ThrottleForm.Status429), times: 2);
        Assert.Equal(3, place.Value("list", new { random = 0.0001 }).AsArray().Count);
        Assert.Equal([429, 429, 200], place.Airtable.Journal.Entries.Select(entry => entry.Status));
    }

    private NpmPlace WithTasks(int count, Func<AirtableDouble, IDouble>? behind = null)
    {
        var place = new NpmPlace(client, behind: behind);
        for (var i = 0; i < count; i++)
            place.Caller.Base.Add("Tasks", new Dictionary<string, object> { ["Task Name"] = $"task {i}", ["Impact"] = i });
        return place;
    }

    /// <summary>Lists end before their second page.</summary>
    private sealed class EndingLists(AirtableDouble airtable) : IDouble
    {
        public DoubleResponse Handle(DoubleRequest request)
        {
            if (request.Query.Contains("offset=itr", StringComparison.Ordinal))
                airtable.ExpireIterators();
            return airtable.Handle(request);
        }
    }
}
