using System.Text.Json.Nodes;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>The create-table command of the seed, as written and as the API takes it.</summary>
public class SeedCommandTests
{
    private readonly AirtableDouble airtable = new(new AirtableSwitches { PerSecond = 0 }, new TestClock("2026-10-01T12:00:00Z"));

    public SeedCommandTests() => airtable.Base.AddTable("Customer Assets", ByHandField.Text("Customer ID"));

    [Fact]
    public void As_written_it_fails_at_the_autonumber_and_makes_nothing()
    {
        Create(Fields()).ShouldFail(
            422, "UNSUPPORTED_FIELD_TYPE_FOR_CREATE",
            "Customer Task Progress.Progress ID: Creating autoNumber fields is not supported at this time");
        Assert.Single(airtable.Base.Tables);
    }

    [Fact]
    public void Each_field_alone_passes_or_fails_as_the_reference_says()
    {
        var verdicts = Fields().ToDictionary(field => field["name"]!.GetValue<string>(), field => Verdict(field));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Progress ID"] = "UNSUPPORTED_FIELD_TYPE_FOR_CREATE", ["Customer ID"] = "", ["Task ID"] = "", ["Task Name"] = "", ["Task Source"] = "",
                ["Stage Milestone"] = "", ["Competency Area"] = "", ["Priority Level"] = "", ["Status"] = "",
                ["Completed Date"] = "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", ["Platform Tool Used"] = "", ["Completion Notes"] = "",
                ["Competency Impact"] = "", ["Created Date"] = "UNSUPPORTED_FIELD_TYPE_FOR_CREATE", ["Last Updated"] = "UNSUPPORTED_FIELD_TYPE_FOR_CREATE",
            },
            verdicts);
    }

    [Fact]
    public void Text_first_a_date_format_and_the_link_afterwards_pass()
    {
        var fields = Fields().Where(field => Name(field) is not ("Progress ID" or "Customer ID" or "Created Date" or "Last Updated"))
            .OrderBy(field => Name(field) == "Task Name" ? 0 : 1).ToList();
        fields.Single(field => Name(field) == "Completed Date")["options"] = JsonNode.Parse("""{"dateFormat":{"name":"iso"}}""");
        var table = Create(fields).ShouldPass().Json["id"]!.GetValue<string>();
        var link = Fields().Single(field => Name(field) == "Customer ID");
        Send($"/v0/meta/bases/{airtable.Base.Id}/tables/{table}/fields", link).ShouldPass();
        Assert.Equal(12, airtable.Base.Fields(table).Count);
    }

    private static string Name(JsonObject field) => field["name"]!.GetValue<string>();

    private string Verdict(JsonObject field)
    {
        var answer = Create([JsonNode.Parse("""{"name":"First","type":"singleLineText"}""")!.AsObject(), field]);
        if (answer.Status == 200)
            airtable.Base.RemoveTable("Customer Task Progress");
        return answer.Status == 200 ? "" : answer.Json["error"]!["type"]!.GetValue<string>();
    }

    private Progress.Doubles.DoubleResponse Create(IEnumerable<JsonObject> fields) => Send(
        $"/v0/meta/bases/{airtable.Base.Id}/tables",
        new JsonObject { ["name"] = "Customer Task Progress", ["fields"] = new JsonArray([.. fields.Select(field => field.DeepClone())]) });

    private Progress.Doubles.DoubleResponse Send(string path, JsonObject body) =>
        airtable.Handle(Progress.Doubles.DoubleRequest.Of("POST", path, airtable.Token(), body.ToJsonString()));

    private List<JsonObject> Fields() => [.. JsonNode.Parse($$$"""
        [
          {"name": "Progress ID", "type": "autoNumber", "options": {"format": "PROG_{0001}"}},
          {"name": "Customer ID", "type": "multipleRecordLinks", "options": {"linkedTableId": "{{{airtable.Base.TableId("Customer Assets")}}}"}},
          {"name": "Task ID", "type": "singleLineText"},
          {"name": "Task Name", "type": "singleLineText"},
          {"name": "Task Source", "type": "singleSelect", "options": {"choices": [{"name": "Seed_Tasks"}, {"name": "Series_A_Tasks"}, {"name": "default"}, {"name": "custom"}]}},
          {"name": "Stage Milestone", "type": "singleLineText"},
          {"name": "Competency Area", "type": "singleSelect", "options": {"choices": [{"name": "customerAnalysis"}, {"name": "valueCommunication"}, {"name": "executiveReadiness"}, {"name": "general"}]}},
          {"name": "Priority Level", "type": "singleSelect", "options": {"choices": [{"name": "critical"}, {"name": "high"}, {"name": "medium"}, {"name": "low"}]}},
          {"name": "Status", "type": "singleSelect", "options": {"choices": [{"name": "not_started"}, {"name": "in_progress"}, {"name": "completed"}, {"name": "skipped"}]}},
          {"name": "Completed Date", "type": "date"},
          {"name": "Platform Tool Used", "type": "singleSelect", "options": {"choices": [{"name": "icp-analysis"}, {"name": "financial-impact"}, {"name": "resource-library"}, {"name": "none"}]}},
          {"name": "Completion Notes", "type": "multilineText"},
          {"name": "Competency Impact", "type": "number", "options": {"precision": 0}},
          {"name": "Created Date", "type": "createdTime"},
          {"name": "Last Updated", "type": "lastModifiedTime"}
        ]
        """)!.AsArray().Select(field => field!.AsObject())];
}
