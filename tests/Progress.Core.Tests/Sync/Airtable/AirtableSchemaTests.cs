using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Progress.Sync;
using Progress.Sync.Airtable;
using Xunit;
using static Progress.Tests.AirtablePlace;

namespace Progress.Tests.Sync;

public sealed class AirtableSchemaTests
{
    private static readonly string[] Refused = ["Progress ID", "Created Date", "Last Updated"];

    public static TheoryData<string> Switches => AirtableConformanceTests.Switches;

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_base_with_customers_gets_what_the_api_can_make_and_is_accepted(string position)
    {
        using var place = new AirtablePlace(position, ready: false, names: Offers("Interview buyers", "Price"));
        place.Base.AddTable(Assets, ByHandField.Text("Customer ID"));

        var schema = place.Provider.Create(default);

        Assert.All(schema.Entities, e => Assert.True(e.Exists && IsPassed(e), e.Name));
        Assert.Equal("complete", SchemaText.Of(schema));
        Assert.Equal(Refused, Missing(schema[EntityNames.TaskProgress]));
        Assert.Equal(
            ["Task Completion Rate", "Active Tasks Count", "Completed Tasks Count", "Last Task Completed"], Missing(schema[EntityNames.CustomerAsset]));
        Assert.Equal(
            [
                ("Task Name", "singleLineText"), ("Task ID", "singleLineText"), ("Task Source", "singleSelect"), ("Stage Milestone", "singleLineText"),
                ("Competency Area", "singleSelect"), ("Priority Level", "singleSelect"), ("Status", "singleSelect"), ("Completed Date", "date"),
                ("Platform Tool Used", "singleSelect"), ("Completion Notes", "multilineText"), ("Competency Impact", "number"), ("SyncKey", "singleLineText"),
                ("Customer ID", "multipleRecordLinks"),
            ],
            place.Base.Fields(Tasks));
        Assert.Equal(
            [
                ("Customer ID", "singleLineText"), ("Current Milestone Category", "singleSelect"), ("Next Recommended Tasks", "multipleSelects"),
                ("Task Progress Analytics", "multilineText"), ("Task Competency Gains", "multilineText"), ("Customer Task Progress", "multipleRecordLinks"),
            ],
            place.Base.Fields(Assets).OrderBy(f => f.Type == "multipleRecordLinks"));
        var before = place.Journal.Entries.Count;
        var again = place.Provider.Create(default);
        Assert.Equal(schema.Entities.Select(e => (e.Id, Missing(e).Count)), again.Entities.Select(e => (e.Id, Missing(e).Count)));
        Assert.DoesNotContain(place.Journal.Entries.Skip(before), e => e.Method == "POST");
    }

    [Fact]
    public void The_seeds_command_gives_a_table_that_is_accepted_and_names_the_three_fields_to_add_by_hand()
    {
        using var place = new AirtablePlace(ready: false);
        place.Base.AddTable(Assets, ByHandField.Text("Customer ID"));

        var fields = place.Provider.Create(default)[EntityNames.TaskProgress].Fields;

        Assert.Equal(Refused, fields.Where(f => f.State != FieldState.Present).Select(f => f.Name));
        Assert.All(fields.Where(f => f.State != FieldState.Present), f => Assert.True(f.IsOptional));
        Assert.Equal(
            [
                "Airtable's API does not make such a field. By hand: in the table \"Customer Task Progress\" add a field \"Progress ID\" of type Autonumber.",
                "Airtable's API does not make such a field. By hand: in the table \"Customer Task Progress\" add a field \"Created Date\" of type Created time, with the time, time zone GMT.",
                "Airtable's API does not make such a field. By hand: in the table \"Customer Task Progress\" add a field \"Last Updated\" of type Last modified time of all editable fields, with the time, time zone GMT.",
            ],
            fields.Where(f => f.State != FieldState.Present).Select(f => f.Note));
        Assert.Equal(["not_started", "in_progress", "completed", "skipped"], fields.Single(f => f.Name == "Status").Choices!);
        Assert.Contains(
            place.Journal.Entries, e => e.Body.Contains("""{"name":"Completed Date","type":"date","description":"When the task was marked as completed","options":{"dateFormat":{"name":"iso"}}}""", StringComparison.Ordinal));
        Assert.Contains(
            place.Journal.Entries,
            e => e.Path.EndsWith("/fields", StringComparison.Ordinal) && e.Body.Contains($"\"options\":{{\"linkedTableId\":\"{place.Base.TableId(Assets)}\"}}", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_person_must_enter_for_the_roll_ups_is_told_with_the_names_that_hold_there()
    {
        using var place = new AirtablePlace();
        place.Base.RenameField(Assets, "Customer Task Progress", "Tasks of the customer");

        var fields = place.Provider.Describe(default)[EntityNames.CustomerAsset].Fields.ToDictionary(f => f.Name, f => f.Note);

        Assert.Equal(
            "Airtable's API does not make such a field. By hand: in the table \"Customer Assets\" add a field \"Active Tasks Count\" of type Rollup: "
            + "linked records of the field \"Tasks of the customer\", field to roll up \"Status\"; only linked records that meet the condition \"Status\" is \"in_progress\"; "
            + "aggregation formula COUNTA(values).",
            fields["Active Tasks Count"]);
        Assert.EndsWith("field to roll up \"Completed Date\"; aggregation formula MAX(values).", fields["Last Task Completed"]);
        Assert.EndsWith(
            "of type Formula: {Completed Tasks Count} / ({Completed Tasks Count} + {Active Tasks Count}); formatting: Percent.", fields["Task Completion Rate"]);
        Assert.StartsWith("Import-TaskCatalog, then Initialize-CrmSchema adds it.", fields["Next Recommended Tasks"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_formula_is_tried_once_what_it_needs_is_there_and_falls_back_to_a_person(bool canBeMade)
    {
        using var place = new AirtablePlace(switches: new AirtableSwitches { PerSecond = 0, FormulaCreation = canBeMade });
        var first = place.Provider.Create(default)[EntityNames.CustomerAsset].Fields.Single(f => f.Name == "Task Completion Rate");
        Assert.StartsWith("Its formula needs the field \"Completed Tasks Count\" first. By hand: ", first.Note);
        foreach (var (name, status) in new[] { ("Active Tasks Count", "in_progress"), ("Completed Tasks Count", "completed") })
            place.Base.AddFieldByHand(Assets, ByHandField.Rollup(name, "Customer Task Progress", "Status", "COUNTA(values)", $"{{Status}} = \"{status}\""));

        var rate = place.Provider.Create(default)[EntityNames.CustomerAsset].Fields.Single(f => f.Name == "Task Completion Rate");

        Assert.Equal(canBeMade ? FieldState.Present : FieldState.Missing, rate.State);
        if (!canBeMade) Assert.Matches("^Airtable at .* says that it refuses the request .* By hand: .* Formula: ", rate.Note!);
        Assert.True(rate.IsOptional);
    }

    [Fact]
    public void A_base_without_customers_gets_their_table_first()
    {
        using var place = new AirtablePlace(ready: false);

        var schema = place.Provider.Create(default);

        Assert.All(schema.Entities, e => Assert.True(e.Exists && IsPassed(e), e.Name));
        Assert.Equal([place.Base.TableId(Assets), place.Base.TableId(Tasks)], place.Base.Tables);
        Assert.Equal("Customer ID", place.Base.Fields(Assets)[0].Name);
    }

    [Fact]
    public void The_key_field_of_a_table_that_people_keep_is_never_added_to_it()
    {
        using var place = new AirtablePlace(ready: false);
        place.Base.AddTable(Assets, ByHandField.Text("Code"));

        var key = place.Provider.Create(default)[EntityNames.CustomerAsset].Fields[0];

        Assert.Equal((FieldState.Missing, false), (key.State, key.IsOptional));
        Assert.Contains("Set-ProgressSetting airtable.tables.customerAsset", key.Note);
        Assert.DoesNotContain("Customer ID", place.Base.Fields(Assets).Select(f => f.Name));
    }

    [Fact]
    public void A_token_that_may_not_change_the_schema_is_told_what_to_add_by_hand_and_nothing_fails()
    {
        using var place = new AirtablePlace(ready: false);
        place.Airtable.AcceptToken(Secret, AirtableGrant.Sync);

        var schema = place.Provider.Create(default);

        Assert.All(schema.Entities, e => Assert.False(e.Exists));
        Assert.Single(place.Journal.Entries, e => e.Method == "POST");
        var field = schema[EntityNames.TaskProgress].Fields.Single(f => f.Name == "Status");
        Assert.Contains("schema.bases:write", field.Note);
        Assert.EndsWith(
            "By hand: add a table \"Customer Task Progress\" whose first field is \"Task Name\" of type Single line text; in the table \"Customer Task Progress\" add a field \"Status\" "
            + "of type Single select with the options \"not_started\", \"in_progress\", \"completed\", \"skipped\".",
            field.Note);
    }

    [Fact]
    public void Tables_and_fields_with_other_names_are_found_made_and_written_under_ours()
    {
        using var place = new AirtablePlace(
            ready: false, names: [
                (EntityNames.CustomerAsset, Names("Clients", new() { ["Customer ID"] = "Client code" })),
                (EntityNames.TaskProgress, Names("Lavorazioni", new() { ["Task Name"] = "Attività", ["SyncKey"] = "Chiave", ["Status"] = "Stato" }))]);
        place.Base.AddTable("clients", ByHandField.Text("Client Code"));
        var client = place.Base.Add("clients", Cells(("Client Code", "CUST_01")));

        Assert.All(place.Provider.Create(default).Entities, e => Assert.True(IsPassed(e)));
        var written = place.Write(ByKey(Id("new"), ("Task Name", "new"), ("Status", "skipped"), ("Customer ID", new JsonArray(client))))[0];

        Assert.Equal(("new", "skipped", Id("new")), (Text(written.Record!, "Task Name"), Text(written.Record!, "Status"), Text(written.Record!, "SyncKey")));
        var row = place.Base.Records("Lavorazioni").Single()["fields"]!;
        Assert.Equal(("new", "skipped"), (row["Attività"]!.GetValue<string>(), row["Stato"]!.GetValue<string>()));
        Assert.Equal(client, place.Provider.Read(EntityNames.CustomerAsset, ["CUST_01"], default).Single().Id);
        Assert.Equal(Id("new"), place.Provider.Read(EntityNames.TaskProgress, [Id("new")], default).Single().Key);
    }

    [Fact]
    public void A_field_of_another_type_is_named_with_what_was_found()
    {
        using var place = new AirtablePlace();
        place.Base.RetypeField(Tasks, "Competency Impact", ByHandField.Text("Competency Impact"));
        place.Base.AddFieldByHand(Tasks, ByHandField.Text("Progress ID"));

        var entity = place.Provider.Describe(default)[EntityNames.TaskProgress];

        Assert.Equal(
            [("Progress ID", "singleLineText"), ("Competency Impact", "singleLineText")],
            entity.Fields.Where(f => f.State == FieldState.WrongType).Select(f => (f.Name, f.Found!)));
        Assert.False(IsPassed(entity));
        Assert.Contains("is of type singleLineText, not number", entity.Fields.Single(f => f.Name == "Competency Impact").Note);
        Assert.DoesNotContain("Competency Impact", entity.Usable);
    }

    [Fact]
    public void A_link_to_another_table_is_the_wrong_one()
    {
        using var place = new AirtablePlace(ready: false);
        place.Base.AddTable(Assets, ByHandField.Text("Customer ID"));
        place.Base.AddTable("Old customers", ByHandField.Text("Customer ID"));
        place.Base.AddTable(Tasks, ByHandField.Text("Task Name"), ByHandField.Link("Customer ID", "Old customers"));

        var link = place.Provider.Create(default)[EntityNames.TaskProgress].Fields.Single(f => f.Name == "Customer ID");

        Assert.Equal((FieldState.WrongType, "multipleRecordLinks to Old customers"), (link.State, link.Found));
    }

    [Fact]
    public void Options_that_a_select_lacks_are_listed_to_be_added_by_hand()
    {
        using var place = new AirtablePlace(names: Offers("Interview buyers"));
        using var later = new AirtableProvider(
            place.Root, () => Secret, place.Gate, place.Clock, place.Host,
            AirtableMap.Of(BaseId, RemoteMapping.None with { Tables = new Dictionary<string, MappedTable> { [EntityNames.CustomerAsset] = Offers("Interview buyers", "Price").Item2 } }));

        var field = later.Describe(default)[EntityNames.CustomerAsset].Fields.Single(f => f.Name == "Next Recommended Tasks");

        Assert.Equal((FieldState.Present, 1), (field.State, field.Choices!.Count));
        Assert.Contains("\"Price\"", field.Note);
    }

    [Fact]
    public void What_is_assumed_needs_no_call_unless_it_was_found_under_other_names()
    {
        using var place = new AirtablePlace();
        var schema = place.Provider.Describe(default);
        var stored = System.Text.Json.JsonSerializer.Deserialize<RemoteSchema>(System.Text.Json.JsonSerializer.Serialize(schema))!;
        var other = place.Another();
        other.Assume(stored);
        place.Journal.Clear();

        other.Read(EntityNames.TaskProgress, Keys, default);
        Assert.DoesNotContain(place.Journal.Entries, e => e.Path.Contains("/meta/", StringComparison.Ordinal));

        using var renamed = new AirtableProvider(
            place.Root, () => Secret, place.Gate, place.Clock, place.Host,
            AirtableMap.Of(BaseId, RemoteMapping.None with { Tables = new Dictionary<string, MappedTable> { [EntityNames.TaskProgress] = Names("Elsewhere") } }));
        renamed.Assume(stored);
        var fault = Assert.Throws<RemoteException>(() => renamed.Read(EntityNames.TaskProgress, Keys, default));
        Assert.Equal(RemoteFault.UnknownObject, fault.Fault);
        Assert.Contains("\"Elsewhere\"", fault.Message);
    }

    [Fact]
    public void A_creation_whose_answer_is_lost_is_not_asked_for_twice()
    {
        using var place = new AirtablePlace(ready: false);
        place.Faults.Next(Fault.DropAfter, r => r.Method == "POST", times: 20);

        Assert.All(place.Provider.Create(default).Entities, e => Assert.True(e.Exists && IsPassed(e), e.Name));
        Assert.Equal(2, place.Base.Tables.Count);
    }

    private static bool IsPassed(RemoteEntity entity) => entity.Fields.All(f => f.State == FieldState.Present || (f.State == FieldState.Missing && f.IsOptional));

    private static List<string> Missing(RemoteEntity entity) =>
        [.. entity.Fields.Where(f => f.State == FieldState.Missing).Select(f => f.Name)];

    private static string Text(RemoteRecord record, string field) => record.Fields[field]!.GetValue<string>();
}
