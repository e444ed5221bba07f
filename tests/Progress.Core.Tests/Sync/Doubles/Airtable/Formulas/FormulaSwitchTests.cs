using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

public class FormulaSwitchTests
{
    [Theory]
    [InlineData(FieldIdsInFormulas.Field, 1, 1, 1)]
    [InlineData(FieldIdsInFormulas.FieldWhenReturnedById, 0, 1, 0)]
    [InlineData(FieldIdsInFormulas.NoMatch, 0, 0, 0)]
    public void Field_ids_find_as_the_switch_says(FieldIdsInFormulas how, int found, int foundWhenReturnedById, int foundByNot)
    {
        var caller = FormulaTests.WithTwo(new AirtableSwitches { FieldIdsInFormulas = how });
        var formula = $"{{{caller.Base.FieldId("Tasks", "Impact")}}}=5";
        Assert.Equal(found, caller.List(("filterByFormula", formula)).Count);
        Assert.Equal(foundWhenReturnedById, caller.List(("filterByFormula", formula), ("returnFieldsByFieldId", "true")).Count);
        Assert.Equal(foundByNot, caller.List(("filterByFormula", $"NOT({formula})")).Count);
    }

    [Fact]
    public void Field_ids_may_be_names_that_nobody_knows()
    {
        var caller = FormulaTests.WithTwo(new AirtableSwitches { FieldIdsInFormulas = FieldIdsInFormulas.Unknown });
        caller.Page(("filterByFormula", $"{{{caller.Base.FieldId("Tasks", "Impact")}}}=5")).ShouldFail(422, "INVALID_FILTER_BY_FORMULA", "Unknown field names");
    }

    [Theory]
    [InlineData("{Notes}='two\nlines'")]
    [InlineData("{Notes}='two\\nlines'")]
    public void Line_breaks_in_texts_are_taken_as_the_switch_says(string formula)
    {
        var caller = FormulaTests.WithTwo();
        caller.Create(new Dictionary<string, object> { ["Task Name"] = "c", ["Notes"] = "two\nlines" });
        Assert.Equal("c", caller.Found(formula));
        caller.Airtable.Switches = caller.Airtable.Switches with { RefusesControlCharacters = true };
        caller.Page(("filterByFormula", formula)).ShouldFail(422, "INVALID_FILTER_BY_FORMULA");
    }

    [Fact]
    public void Comparing_with_false_is_taken_as_the_switch_says()
    {
        var caller = FormulaTests.WithTwo(new AirtableSwitches { RefusesComparingFalse = true });
        caller.Page(("filterByFormula", "{Urgent}=FALSE()")).ShouldFail(422, "INVALID_FILTER_BY_FORMULA");
        Assert.Equal("b", caller.Found("NOT({Urgent})"));
    }

    [Fact]
    public void Joined_links_are_texts_or_ids_as_the_switch_says()
    {
        var caller = FormulaTests.WithTwo();
        var formula = $"FIND('{caller.Base.Records("Customers")[0]["id"]}',ARRAYJOIN({{Customer}}))";
        Assert.Equal("", caller.Found(formula));
        caller.Airtable.Switches = caller.Airtable.Switches with { ArrayJoinGivesIds = true };
        Assert.Equal("a", caller.Found(formula));
    }
}
