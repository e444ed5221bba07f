using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>What a person does in the user interface: the seed's computed fields, and changes of the schema.</summary>
public class ByHandTests
{
    private readonly AirtableCaller caller = new();

    [Fact]
    public void The_rollups_and_the_rate_of_the_seed_are_reckoned_from_linked_records()
    {
        AddSeedFields();
        var customer = caller.Create(new { Name = "Acme" }, "Customers");
        var tasks = new (string, string?)[] { ("completed", "2026-03-01"), ("completed", "2026-05-01"), ("in_progress", null), ("not_started", null) };
        foreach (var (status, done) in tasks)
            caller.Create(new { Status = status, Done = done, Customer = new[] { customer } });
        var fields = caller.Fields(customer, "Customers");
        Assert.Equal(
            (1, 2, 2 / 3.0, "2026-05-01"),
            (fields["Active Tasks Count"]!.GetValue<int>(), fields["Completed Tasks Count"]!.GetValue<int>(),
                fields["Task Completion Rate"]!.GetValue<double>(), fields["Last Task Completed"]!.GetValue<string>()));
    }

    [Fact]
    public void Without_linked_records_counts_are_0_and_the_rate_is_no_number()
    {
        AddSeedFields();
        var fields = caller.Fields(caller.Create(new { }, "Customers"), "Customers");
        Assert.Equal("""{"Active Tasks Count":0,"Completed Tasks Count":0,"Task Completion Rate":{"specialValue":"NaN"}}""", fields.ToJsonString());
    }

    [Fact]
    public void A_formula_that_cannot_be_reckoned_is_an_error()
    {
        caller.Base.AddFieldByHand("Tasks", ByHandField.Formula("Broken", "{Task Name}*2"));
        Assert.Equal(
            """{"error":"#ERROR!"}""", caller.Fields(caller.Create(new Dictionary<string, object> { ["Task Name"] = "x" }))["Broken"]!.ToJsonString());
    }

    [Fact]
    public void Lookups_and_counts_follow_the_link()
    {
        caller.Base.AddFieldByHand("Customers", ByHandField.Count("Tasks made", "Tasks"));
        caller.Base.AddFieldByHand("Customers", ByHandField.Lookup("Impacts", "Tasks", "Impact"));
        var customer = caller.Create(new { }, "Customers");
        caller.Create(new { Impact = 3, Customer = new[] { customer } });
        caller.Create(new { Impact = 4, Customer = new[] { customer } });
        var fields = caller.Fields(customer, "Customers");
        Assert.Equal("[3,4]", fields["Impacts"]!.ToJsonString());
        Assert.Equal(2, fields["Tasks made"]!.GetValue<int>());
    }

    [Fact]
    public void Numbers_are_never_given_twice()
    {
        caller.Base.AddFieldByHand("Tasks", ByHandField.AutoNumber("No"));
        var first = caller.Create(new { });
        caller.Delete($"{caller.Root}/Tasks/{first}");
        Assert.Equal(2, caller.Fields(caller.Create(new { }))["No"]!.GetValue<int>());
    }

    [Fact]
    public void A_modified_time_may_show_the_day_alone()
    {
        caller.Base.AddFieldByHand("Tasks", ByHandField.LastModifiedTime("Modified", dateOnly: true));
        var id = caller.Create(new { });
        caller.Base.Edit("Tasks", id, new { Impact = 1 });
        Assert.Equal("2026-10-01", caller.Fields(id)["Modified"]!.GetValue<string>());
    }

    [Fact]
    public void Fields_can_be_renamed_retyped_and_removed_and_their_ids_tell()
    {
        var id = caller.Create(new { Notes = "a", Impact = 5, Status = "completed" });
        var (notes, impact) = (caller.Base.FieldId("Tasks", "Notes"), caller.Base.FieldId("Tasks", "Impact"));
        caller.Base.RenameField("Tasks", "Notes", "Remarks");
        caller.Base.RetypeField("Tasks", "Impact", ByHandField.Text("Impact"));
        caller.Base.RemoveField("Tasks", "Status");
        Assert.Equal("""{"Remarks":"a","Impact":"5"}""", caller.Fields(id).ToJsonString());
        Assert.Equal(notes, caller.Base.FieldId("Tasks", "Remarks"));
        Assert.NotEqual(impact, caller.Base.FieldId("Tasks", "Impact"));
        caller.Patch($"{caller.Root}/Tasks/{id}", new { fields = new { Status = "completed" } }).ShouldFail(422, "UNKNOWN_FIELD_NAME", "Status");
    }

    [Fact]
    public void A_removed_link_is_gone_on_both_sides()
    {
        caller.Base.RemoveField("Tasks", "Customer");
        Assert.DoesNotContain(("Tasks", "multipleRecordLinks"), caller.Base.Fields("Customers"));
    }

    [Fact]
    public void A_table_can_be_renamed_and_removed()
    {
        var id = caller.Base.TableId("Customers");
        caller.Base.RenameTable("Customers", "Clients");
        Assert.Equal(200, caller.Get($"{caller.Root}/Clients").Status);
        Assert.Equal(200, caller.Get($"{caller.Root}/{id}").Status);
        caller.Base.RemoveTable("Clients");
        caller.Get($"{caller.Root}/{id}").ShouldFail(403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND");
    }

    private void AddSeedFields()
    {
        caller.Base.AddFieldByHand("Customers", ByHandField.Rollup("Active Tasks Count", "Tasks", "Status", "COUNTA(values)", "{Status}='in_progress'"));
        caller.Base.AddFieldByHand("Customers", ByHandField.Rollup("Completed Tasks Count", "Tasks", "Status", "COUNTA(values)", "{Status}='completed'"));
        caller.Base.AddFieldByHand("Customers", ByHandField.Formula(
            "Task Completion Rate", "{Completed Tasks Count} / ({Completed Tasks Count} + {Active Tasks Count})", "percent"));
        caller.Base.AddFieldByHand("Customers", ByHandField.Rollup("Last Task Completed", "Tasks", "Done", "MAX(values)"));
    }
}
