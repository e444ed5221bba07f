using Progress.Customers;
using Progress.Sync.Airtable;
using Xunit;

namespace Progress.Tests.Customers.Progress;

public sealed class FormulaTests : IDisposable
{
    private readonly CustomerPlace place = new CustomerPlace().Customer("CUST_01", "Acme").Customer("CUST_02", "Beta \"B\" Co").Customer("X.3");

    public void Dispose() => place.Dispose();

    private string Of(TaskProgressQuery query) => TaskProgressFormula.Of(place.Store, query);

    private ProgressException Refused(TaskProgressQuery query) => Assert.Throws<ProgressException>(() => Of(query));

    [Fact]
    public void One_predicate_stands_alone() => Assert.Equal("""{Status} = "skipped" """.TrimEnd(), Of(new TaskProgressQuery { Status = ["skipped"] }));

    [Fact]
    public void Several_values_of_one_filter_become_OR() => Assert.Equal(
        """OR({Status} = "completed", {Status} = "skipped")""", Of(new TaskProgressQuery { Status = ["Completed", "skipped", "completed"] }));

    [Fact]
    public void All_filters_come_in_one_order() => Assert.Equal(
        """AND({Customer ID} = "CUST_01", OR({Status} = "completed", {Status} = "in_progress"), {Competency Area} = "general", {Stage Milestone} = "Phase 3", {Task Source} = "custom", IS_AFTER({Completed Date}, "2026-01-31"), IS_BEFORE({Completed Date}, "2026-03-01"))""",
        Of(new TaskProgressQuery
        {
            Customer = ["acme"], Status = ["completed", "InProgress"], Competency = ["general"], Milestone = ["Phase 3"], Source = ["custom"],
            CompletedAfter = new DateOnly(2026, 1, 31), CompletedBefore = new DateOnly(2026, 3, 1),
        }));

    [Fact]
    public void A_wildcard_becomes_the_ids_that_it_means() => Assert.Equal(
        """OR({Customer ID} = "CUST_01", {Customer ID} = "CUST_02")""", Of(new TaskProgressQuery { Customer = ["CUST_*"] }));

    [Fact]
    public void A_wildcard_that_fits_nobody_is_an_error_and_no_empty_filter()
    {
        var error = Refused(new TaskProgressQuery { Customer = ["Z*"], Status = ["completed"] });
        Assert.Equal(("FormulaEmpty", ErrorKind.Usage), (error.Id, error.Kind));
        Assert.Contains("'Z*'", error.Message);
    }

    [Fact]
    public void A_customer_who_is_not_there_is_an_error() => Assert.Equal("CustomerNotFound", Refused(new TaskProgressQuery { Customer = ["CUST_99"] }).Id);

    [Fact]
    public void Without_a_filter_there_is_no_formula()
    {
        Assert.Equal("FormulaEmpty", Refused(new TaskProgressQuery()).Id);
        Assert.Equal("FormulaEmpty", Refused(new TaskProgressQuery { Customer = [], Status = [] }).Id);
    }

    [Fact]
    public void Paging_is_refused()
    {
        Assert.Equal("FormulaPaged", Refused(new TaskProgressQuery { Status = ["completed"], First = 5 }).Id);
        Assert.Equal("FormulaPaged", Refused(new TaskProgressQuery { Status = ["completed"], Skip = 5 }).Id);
    }

    [Fact]
    public void A_milestone_becomes_the_texts_that_mean_it()
    {
        place.Add(new NewTaskProgress { CustomerId = "X.3", TaskName = "a", StageMilestone = "Initial PMF (Product-Market Fit)" });
        place.Add(new NewTaskProgress { CustomerId = "X.3", TaskName = "b", StageMilestone = "initial pmf" });
        place.Add(new NewTaskProgress { CustomerId = "X.3", TaskName = "c", StageMilestone = "Key Hires" });
        Assert.Equal(
            """OR({Stage Milestone} = "Initial PMF (Product-Market Fit)", {Stage Milestone} = "Initial_PMF", {Stage Milestone} = "initial pmf")""",
            Of(new TaskProgressQuery { Milestone = ["Initial_PMF"] }));
        Assert.Equal("""{Stage Milestone} = "Key Hires" """.TrimEnd(), Of(new TaskProgressQuery { Milestone = ["Key Hires"] }));
    }

    [Theory]
    [InlineData("""say "hi" """, """{Stage Milestone} = "say \"hi\" " """)]
    [InlineData("""C:\temp\""", """{Stage Milestone} = "C:\\temp\\" """)]
    [InlineData("""\" , {Status} = """, """{Stage Milestone} = "\\\" , {Status} = " """)]
    [InlineData("{Task ID}", """{Stage Milestone} = "{Task ID}" """)]
    [InlineData("it's 50 % & ümläut 🚀", """{Stage Milestone} = "it's 50 % & ümläut 🚀" """)]
    public void Values_are_escaped(string value, string formula) => Assert.Equal(formula[..^1], Of(new TaskProgressQuery { Milestone = [value] }));

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("carriage\rreturn")]
    [InlineData("tab\there")]
    [InlineData("nul\0")]
    [InlineData("separator\u2028")]
    [InlineData("paragraph\u2029")]
    [InlineData("next\u0085line")]
    public void A_value_that_cannot_be_escaped_for_certain_is_refused(string value)
    {
        var error = Refused(new TaskProgressQuery { Milestone = [value] });
        Assert.Equal(("FormulaValueRefused", ErrorKind.InvalidData), (error.Id, error.Kind));
        Assert.Contains("U+", error.Message);
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        Assert.Equal("FormulaValueRefused", Refused(new TaskProgressQuery { Milestone = ["half \ud83d"] }).Id);
        Assert.Equal("FormulaValueRefused", Refused(new TaskProgressQuery { Milestone = ["\ude80 half"] }).Id);
    }

    [Theory]
    [InlineData("Customer {ID}")]
    [InlineData("{")]
    [InlineData("Customer ID}, 1")]
    [InlineData("back\\slash")]
    [InlineData("")]
    public void A_field_with_braces_cannot_be_named(string field) =>
        Assert.Equal("FormulaFieldRefused", Assert.Throws<ProgressException>(() => FormulaText.Field(field)).Id);

    [Fact]
    public void No_conditions_are_a_fault_of_the_program()
    {
        Assert.Throws<ArgumentException>(() => FormulaText.And([]));
        Assert.Throws<ArgumentException>(() => FormulaText.Or([]));
    }
}
