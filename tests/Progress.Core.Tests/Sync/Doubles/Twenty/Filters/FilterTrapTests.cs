using Xunit;

namespace Progress.Tests.Doubles;

/// <summary>The four traps of the REST filter grammar.</summary>
public class FilterTrapTests
{
    private readonly TwentyCaller caller = new();

    public FilterTrapTests()
    {
        caller.Note("a");
        caller.Note("b");
        caller.Note("it's");
    }

    [Theory]
    [InlineData("and(title[eq]:\"a\"", "'filter' invalid. 1 close bracket is missing in the query")]
    [InlineData("title[eq]:\"a :(\"", "'filter' invalid. 1 close bracket is missing in the query")]
    [InlineData("title[eq]:\":))\"", "'filter' invalid. 2 open brackets are missing in the query")]
    public void Parentheses_are_counted_in_quotes_too(string filter, string message) =>
        caller.Filtered("notes", filter).ShouldFail(400, message);

    /// <summary>Two predicates become one, of a field that no object has.</summary>
    [Theory]
    [InlineData("it's")]
    [InlineData("5\" screen")]
    [InlineData("a]")]
    [InlineData("[a")]
    public void A_lone_quote_or_bracket_in_a_value_swallows_the_next_predicate(string title)
    {
        caller.Note(title);
        Assert.NotEmpty(caller.List("notes", $"and(title[eq]:{title})"));
        caller.Filtered("notes", $"and(title[eq]:{title},createdAt[gte]:2000-01-01T00:00:00Z)")
            .ShouldFail(400, $"Object note doesn't have any \"title[eq]:{title},createdAt\" field.");
        Assert.NotEmpty(caller.List("notes", $"and(createdAt[gte]:2000-01-01T00:00:00Z,title[eq]:{title})"));
    }

    [Fact]
    public void Quotes_and_brackets_that_pair_up_shield_a_comma()
    {
        caller.Note("x, y");
        Assert.Single(caller.List("notes", "and(title[eq]:\"x, y\",createdAt[gte]:2000-01-01T00:00:00Z)"));
    }

    [Theory]
    [InlineData("title[eq]:")]
    [InlineData("and()")]
    [InlineData("title")]
    [InlineData("title:a")]
    public void An_empty_value_is_no_predicate(string filter) =>
        caller.Filtered("notes", filter).ShouldFail(400, "'filter' invalid for '");

    [Fact]
    public void Colons_in_a_value_are_fine()
    {
        caller.Note("a:b:c");
        Assert.Single(caller.List("notes", "title[eq]:a:b:c"));
    }

    [Fact]
    public void A_plus_is_a_space_unless_it_is_encoded()
    {
        caller.Note("a+b");
        caller.Note("a b");
        Assert.Equal("a b", Title("/rest/notes?filter=title[eq]:a+b"));
        Assert.Equal("a+b", Title("/rest/notes?filter=title[eq]:a%2Bb"));
    }

    [Fact]
    public void A_list_breaks_at_every_comma()
    {
        caller.Note("x,y");
        Assert.Empty(caller.List("notes", "title[in]:[\"x,y\"]"));
        Assert.Equal(2, caller.List("notes", "title[in]:[\"a\",'b']").Count);
    }

    private string Title(string target) => caller.Get(target).Json["data"]!["notes"]!.AsArray().Single()!["title"]!.GetValue<string>();
}
