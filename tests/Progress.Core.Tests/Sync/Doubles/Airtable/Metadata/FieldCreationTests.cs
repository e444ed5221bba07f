using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>Which fields the API creates, and with which options.</summary>
public class FieldCreationTests
{
    private const string Unsupported = "UNSUPPORTED_FIELD_TYPE_FOR_CREATE";
    private const string BadOptions = "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE";
    private readonly AirtableCaller caller = new();

    [Theory]
    [InlineData("singleLineText", null)]
    [InlineData("multilineText", null)]
    [InlineData("richText", null)]
    [InlineData("email", null)]
    [InlineData("url", null)]
    [InlineData("phoneNumber", null)]
    [InlineData("barcode", null)]
    [InlineData("number", """{"precision":0}""")]
    [InlineData("number", """{"precision":8}""")]
    [InlineData("percent", """{"precision":1}""")]
    [InlineData("currency", """{"precision":2,"symbol":"€"}""")]
    [InlineData("date", """{"dateFormat":{"name":"iso"}}""")]
    [InlineData("date", """{"dateFormat":{"name":"european","format":"D/M/YYYY"}}""")]
    [InlineData("dateTime", """{"dateFormat":{"name":"local"},"timeFormat":{"name":"24hour"},"timeZone":"utc"}""")]
    [InlineData("dateTime", """{"dateFormat":{"name":"us"},"timeFormat":{"name":"12hour"},"timeZone":"Europe/Rome"}""")]
    [InlineData("duration", """{"durationFormat":"h:mm"}""")]
    [InlineData("checkbox", """{"icon":"check","color":"greenBright"}""")]
    [InlineData("rating", """{"icon":"star","color":"yellowBright","max":5}""")]
    [InlineData("singleSelect", """{"choices":[{"name":"a"},{"name":"b","color":"greenLight2"}]}""")]
    [InlineData("multipleSelects", """{"choices":[{"name":"a"}]}""")]
    [InlineData("multipleAttachments", null)]
    [InlineData("singleCollaborator", "{}")]
    [InlineData("multipleCollaborators", null)]
    [InlineData("formula", """{"formula":"UPPER({Task Name})"}""")]
    public void The_API_creates(string type, string? options)
    {
        var created = Create(type, options).ShouldPass().Json;
        Assert.Matches("^fld[A-Za-z0-9]{14}$", created["id"]!.GetValue<string>());
        Assert.Equal(("Made", type), (created["name"]!.GetValue<string>(), created["type"]!.GetValue<string>()));
        Assert.Contains(("Made", type), caller.Base.Fields("Tasks"));
    }

    [Theory]
    [InlineData("number", null, BadOptions)]
    [InlineData("number", """{"precision":9}""", BadOptions)]
    [InlineData("number", """{"precision":-1}""", BadOptions)]
    [InlineData("currency", """{"precision":8,"symbol":"€"}""", BadOptions)]
    [InlineData("currency", """{"precision":2}""", BadOptions)]
    [InlineData("date", null, BadOptions)]
    [InlineData("date", """{}""", BadOptions)]
    [InlineData("date", """{"dateFormat":{"name":"italian"}}""", BadOptions)]
    [InlineData("date", """{"dateFormat":{"name":"iso","format":"D/M/YYYY"}}""", BadOptions)]
    [InlineData("dateTime", """{"dateFormat":{"name":"iso"}}""", BadOptions)]
    [InlineData("dateTime", """{"dateFormat":{"name":"iso"},"timeFormat":{"name":"24hour"},"timeZone":"Mars"}""", BadOptions)]
    [InlineData("checkbox", null, BadOptions)]
    [InlineData("checkbox", """{"icon":"check"}""", BadOptions)]
    [InlineData("singleSelect", null, BadOptions)]
    [InlineData("singleSelect", """{"choices":["a","b"]}""", BadOptions)]
    [InlineData("singleSelect", """{"choices":[{"name":"a","color":"mauve"}]}""", BadOptions)]
    [InlineData("singleLineText", """{"maxLength":5}""", BadOptions)]
    [InlineData("formula", """{"expression":"1"}""", BadOptions)]
    [InlineData("formula", """{"formula":"1","result":{"type":"number"}}""", BadOptions)]
    [InlineData("formula", """{"formula":"{Nothing}"}""", BadOptions)]
    [InlineData("multipleRecordLinks", null, BadOptions)]
    [InlineData("multipleRecordLinks", """{"linkedTableId":"Customers"}""", BadOptions)]
    [InlineData("multipleRecordLinks", """{"linkedTableId":"tbl00000000000000"}""", BadOptions)]
    [InlineData("autoNumber", null, Unsupported)]
    [InlineData("autoNumber", """{"format":"PROG_{0001}"}""", Unsupported)]
    [InlineData("createdTime", null, Unsupported)]
    [InlineData("lastModifiedTime", null, Unsupported)]
    [InlineData("createdBy", null, Unsupported)]
    [InlineData("lastModifiedBy", null, Unsupported)]
    [InlineData("rollup", """{"recordLinkFieldId":"x"}""", Unsupported)]
    [InlineData("multipleLookupValues", null, Unsupported)]
    [InlineData("count", null, Unsupported)]
    [InlineData("button", null, Unsupported)]
    [InlineData("aiText", null, Unsupported)]
    [InlineData("externalSyncSource", null, Unsupported)]
    [InlineData("longText", null, "INVALID_REQUEST_UNKNOWN")]
    public void The_API_refuses(string type, string? options, string refusal)
    {
        var before = caller.Base.Fields("Tasks").Count;
        Create(type, options).ShouldFail(422, refusal, refusal == Unsupported ? $"Tasks.Made: Creating {type} fields is not supported at this time" : null);
        Assert.Equal(before, caller.Base.Fields("Tasks").Count);
    }

    [Theory]
    [InlineData("prefersSingleRecordLink")]
    [InlineData("isReversed")]
    [InlineData("inverseLinkFieldId")]
    public void A_link_takes_its_table_alone(string option)
    {
        var table = caller.Base.TableId("Customers");
        Create("multipleRecordLinks", $$"""{"linkedTableId":"{{table}}","{{option}}":false}""").ShouldFail(422, BadOptions);
        Create("multipleRecordLinks", $$"""{"linkedTableId":"{{table}}"}""").ShouldPass();
    }

    [Fact]
    public void A_link_makes_its_other_side_named_after_the_table_which_can_be_renamed()
    {
        caller.Base.AddTable("Phases", ByHandField.Text("Name"));
        var phases = caller.Base.TableId("Phases");
        var link = Create("multipleRecordLinks", $$"""{"linkedTableId":"{{phases}}"}""").ShouldPass().Json;
        Assert.Contains(("Tasks", "multipleRecordLinks"), caller.Base.Fields("Phases"));
        var inverse = link["options"]!["inverseLinkFieldId"]!.GetValue<string>();
        Assert.Equal(caller.Base.FieldId("Phases", "Tasks"), inverse);
        caller.Patch($"{caller.Meta}/{phases}/fields/{inverse}", new { name = "All tasks" }).ShouldPass();
        Assert.Contains(("All tasks", "multipleRecordLinks"), caller.Base.Fields("Phases"));
    }

    [Theory]
    [InlineData("Impact")]
    [InlineData("IMPACT")]
    [InlineData("")]
    public void A_name_is_given_once_whatever_its_case(string name) =>
        caller.Post($"{caller.Meta}/{caller.Base.TableId("Tasks")}/fields", new { name, type = "singleLineText" }).ShouldFail(422, "DUPLICATE_OR_EMPTY_FIELD_NAME");

    [Fact]
    public void Formulas_and_rollups_are_created_as_the_switches_say()
    {
        caller.Airtable.Switches = caller.Airtable.Switches with { FormulaCreation = false, RollupCreation = true };
        Create("formula", """{"formula":"1"}""").ShouldFail(422, Unsupported);
        var task = caller.Create(new { Impact = 4 });
        var customer = caller.Create(new { Tasks = new[] { task } }, "Customers");
        caller.Post($"{caller.Meta}/{caller.Base.TableId("Customers")}/fields", new
        {
            name = "Sum", type = "rollup",
            options = new
            {
                recordLinkFieldId = caller.Base.FieldId("Customers", "Tasks"), fieldIdInLinkedTable = caller.Base.FieldId("Tasks", "Impact"),
                formula = "SUM(values)",
            },
        }).ShouldPass();
        Assert.Equal(4, caller.Fields(customer, "Customers")["Sum"]!.GetValue<int>());
    }

    [Fact]
    public void A_formula_is_shown_with_ids_and_can_be_changed()
    {
        var made = Create("formula", """{"formula":"UPPER({Task Name}) & '!'"}""").ShouldPass().Json;
        Assert.Equal($"UPPER({{{caller.Base.FieldId("Tasks", "Task Name")}}}) & '!'", made["options"]!["formula"]!.GetValue<string>());
        var path = $"{caller.Meta}/{caller.Base.TableId("Tasks")}/fields/{made["id"]}";
        caller.Patch(path, """{"options":{"formula":"LOWER({Task Name})"}}""").ShouldPass();
        var id = caller.Create(new Dictionary<string, object> { ["Task Name"] = "ABC" });
        Assert.Equal("abc", caller.Fields(id)["Made"]!.GetValue<string>());
        caller.Patch(path, """{"type":"number"}""").ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
        caller.Patch(path, """{"options":{"formula":"{Made}"}}""").ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
    }

    [Fact]
    public void Options_of_a_select_cannot_be_changed()
    {
        var path = $"{caller.Meta}/{caller.Base.TableId("Tasks")}/fields/{caller.Base.FieldId("Tasks", "Status")}";
        caller.Patch(path, """{"options":{"choices":[{"name":"new"}]}}""").ShouldFail(422, "INVALID_REQUEST_UNKNOWN");
    }

    [Fact]
    public void The_path_names_the_table_by_its_id() =>
        caller.Post($"{caller.Meta}/Tasks/fields", new { name = "Made", type = "singleLineText" }).ShouldFail(404, "NOT_FOUND");

    private Progress.Doubles.DoubleResponse Create(string type, string? options) => caller.Post(
        $"{caller.Meta}/{caller.Base.TableId("Tasks")}/fields",
        options is null ? $$"""{"name":"Made","type":"{{type}}"}""" : $"{{\"name\":\"Made\",\"type\":\"{type}\",\"options\":{options}}}");
}
