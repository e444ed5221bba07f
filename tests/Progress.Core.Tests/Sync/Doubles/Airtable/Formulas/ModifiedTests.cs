using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>CREATED_TIME() and LAST_MODIFIED_TIME(), on which an incremental read rests.</summary>
public class ModifiedTests
{
    private const string Since = "DATETIME_PARSE('2026-10-01T12:30:00.000Z')";

    [Fact]
    public void An_incremental_read_finds_what_was_made_or_edited_since()
    {
        var caller = WithTask(out var id);
        Later(caller);
        caller.Base.Add("Tasks", new Dictionary<string, object> { ["Task Name"] = "new" });
        Assert.Equal("new", Changed(caller));
        caller.Patch($"{caller.Root}/Tasks/{id}", new { fields = new { Impact = 2 } });
        Assert.Equal("new old", Changed(caller));
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "old")]
    public void A_row_that_nobody_edited_was_modified_as_the_switch_says(bool whenCreated, string found)
    {
        var caller = WithTask(out _, new AirtableSwitches { UntouchedIsModifiedWhenCreated = whenCreated });
        caller.Base.AddFieldByHand("Tasks", ByHandField.LastModifiedTime("Modified"));
        Assert.Equal(found, caller.Found("IS_AFTER(LAST_MODIFIED_TIME(),'2026-01-01')"));
        Assert.Equal(whenCreated, caller.Base.Records("Tasks")[0]["fields"]!.AsObject().ContainsKey("Modified"));
    }

    [Fact]
    public void Computed_fields_do_not_move_it()
    {
        var caller = WithTask(out var id);
        caller.Base.AddFieldByHand("Customers", ByHandField.Rollup("Impact", "Tasks", "Impact", "SUM(values)"));
        var customer = caller.Create(new { Name = "Acme" }, "Customers");
        caller.Patch($"{caller.Root}/Tasks/{id}", new { fields = new { Customer = new[] { customer } } });
        Later(caller);
        caller.Patch($"{caller.Root}/Tasks/{id}", new { fields = new { Impact = 9 } });
        Assert.Equal(9, caller.Fields(customer, "Customers")["Impact"]!.GetValue<int>());
        Assert.Empty(Changed(caller, "Customers"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void A_link_from_the_other_side_moves_it_as_the_switch_says(bool moves, int changed)
    {
        var caller = WithTask(out var id, new AirtableSwitches { InverseLinksMoveModified = moves });
        var customer = caller.Create(new { Name = "Acme" }, "Customers");
        Later(caller);
        caller.Patch($"{caller.Root}/Tasks/{id}", new { fields = new { Customer = new[] { customer } } });
        Assert.Equal(changed, Changed(caller, "Customers").Length);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "old")]
    public void Writing_the_same_again_moves_it_as_the_switch_says(bool moves, string found)
    {
        var caller = WithTask(out var id, new AirtableSwitches { SameValuesMoveModified = moves });
        Later(caller);
        caller.Patch($"{caller.Root}/Tasks/{id}", """{"fields":{"Task Name":"old","Impact":1}}""");
        Assert.Equal(found, Changed(caller));
    }

    [Fact]
    public void It_can_be_asked_for_some_fields()
    {
        var caller = WithTask(out var id);
        Later(caller);
        caller.Patch($"{caller.Root}/Tasks/{id}", new { fields = new { Impact = 2 } });
        Assert.Equal("old", caller.Found($"IS_AFTER(LAST_MODIFIED_TIME({{Impact}}),{Since})"));
        Assert.Equal("", caller.Found($"IS_AFTER(LAST_MODIFIED_TIME({{Notes}},{{Status}}),{Since})"));
        caller.Page(("filterByFormula", "LAST_MODIFIED_TIME('Impact')")).ShouldFail(422, "INVALID_FILTER_BY_FORMULA");
    }

    private static AirtableCaller WithTask(out string id, AirtableSwitches? switches = null)
    {
        var caller = new AirtableCaller(switches);
        id = caller.Create(new Dictionary<string, object> { ["Task Name"] = "old", ["Impact"] = 1 });
        return caller;
    }

    private static void Later(AirtableCaller caller) => caller.Clock.Now += TimeSpan.FromHours(1);

    private static string Changed(AirtableCaller caller) => caller.Found($"OR(IS_AFTER(CREATED_TIME(),{Since}),IS_AFTER(LAST_MODIFIED_TIME(),{Since}))");

    private static string[] Changed(AirtableCaller caller, string table) =>
    [
        .. caller.Get($"{caller.Root}/{table}?filterByFormula={Uri.EscapeDataString($"IS_AFTER(LAST_MODIFIED_TIME(),{Since})")}")
            .ShouldPass().Json["records"]!.AsArray().Select(record => record!["id"]!.GetValue<string>()),
    ];
}
