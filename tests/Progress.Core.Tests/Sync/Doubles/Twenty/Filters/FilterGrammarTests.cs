using Xunit;

namespace Progress.Tests.Doubles;

public class FilterGrammarTests
{
    private readonly TwentyCaller caller = TwentyCaller.WithProgressions();

    public FilterGrammarTests()
    {
        foreach (var (name, xp) in new[] { ("Ann", "10"), ("Bob", "20"), ("Cid", "null"), ("", "40") })
            Assert.Equal(201, caller.Post("/rest/repProgressions", $$"""{"name":"{{name}}","totalXp":{{xp}},"isActive":{{(xp == "10" ? "true" : "false")}}}""").Status);
    }

    [Theory]
    [InlineData("totalXp[eq]:20", "Bob")]
    [InlineData("totalXp[gte]:20", "|Bob")]
    [InlineData("totalXp[gt]:10,totalXp[lt]:40", "Bob")]
    [InlineData("and(totalXp[gt]:10,or(name[eq]:Bob,name[eq]:Ann))", "Bob")]
    [InlineData("or(totalXp[eq]:10,totalXp[eq]:20)", "Ann|Bob")]
    [InlineData("not(totalXp[eq]:10)", "|Bob")]
    [InlineData("totalXp[in]:[10,20]", "Ann|Bob")]
    [InlineData("totalXp[is]:NULL", "Cid")]
    [InlineData("totalXp[is]:NOT_NULL", "|Ann|Bob")]
    [InlineData("name[is]:NULL", "")]
    [InlineData("name[eq]:\"\"", "")]
    [InlineData("name[neq]:Ann", "|Bob|Cid")]
    [InlineData("name[startsWith]:\"B\"", "Bob")]
    [InlineData("name[startsWith]:\"b\"", null)]
    [InlineData("name[endsWith]:d", "Cid")]
    [InlineData("name[like]:%o%", "Bob")]
    [InlineData("name[ilike]:\"b_B\"", "Bob")]
    [InlineData("name[startsWith]:%", null)]
    [InlineData("isActive[eq]:true", "Ann")]
    [InlineData("createdBy.source[eq]:API,totalXp[lte]:10", "Ann")]
    [InlineData("createdBy.workspaceMemberId[is]:NULL,totalXp[lte]:10", "Ann")]
    public void Filters_find_what_they_say(string filter, string? names)
    {
        var found = caller.List("repProgressions", filter).Select(row => row!["name"]?.GetValue<string>() ?? "").Order(StringComparer.Ordinal);
        Assert.Equal(names is null ? [] : names.Split('|'), found);
    }

    [Theory]
    [InlineData("totalXp[foo]:1", "'filter' invalid for 'totalXp[foo]:1', comparator foo not in eq, neq, in, containsAny")]
    [InlineData("foo[eq]:1", "Object repProgression doesn't have any \"foo\" field.")]
    [InlineData("createdBy.x[eq]:1", "Sub field \"x\" not found for composite type: ACTOR")]
    [InlineData("not(totalXp[eq]:1,totalXp[eq]:2)", "'filter' invalid. 'not' conjunction should contain only 1 condition.")]
    [InlineData("totalXp[in]:10", "'filter' invalid for 'in' operator. Received '10' but array value expected")]
    [InlineData("totalXp[eq]:ten", "Invalid number value 'ten' for field \"totalXp\"")]
    [InlineData("id[eq]:ten", "Invalid UUID value 'ten' for field \"id\"")]
    [InlineData("updatedAt[gte]:yesterday", "Invalid date-time value 'yesterday' for field \"updatedAt\"")]
    [InlineData("totalXp[is]:nothing", "'filter' invalid for 'is' operator.")]
    [InlineData("createdAt[in]:[2026-01-01T00:00:00Z]", "Operator \"in\" is not allowed for field \"createdAt\" of type DATE_TIME")]
    [InlineData("name[gt]:A", "Operator \"gt\" is not allowed for field \"name\" of type TEXT")]
    [InlineData("syncState[eq]:1", "Operator \"eq\" is not allowed for field \"syncState\" of type RAW_JSON")]
    public void What_is_wrong_is_refused_in_words(string filter, string message) =>
        caller.Filtered("repProgressions", filter).ShouldFail(400, message);

    [Fact]
    public void Raw_JSON_knows_null_and_an_empty_object_as_the_same()
    {
        caller.Post("/rest/repProgressions", """{"name":"Dee","syncState":{}}""");
        caller.Post("/rest/repProgressions", """{"name":"Eve","syncState":{"v":1}}""");
        Assert.Equal("Eve", Assert.Single(caller.List("repProgressions", "syncState[is]:NOT_NULL"))!["name"]!.GetValue<string>());
    }
}
