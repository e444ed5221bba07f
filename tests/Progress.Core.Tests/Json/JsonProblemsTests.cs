using Progress.Json;
using Xunit;

namespace Progress.Tests;

public sealed class JsonProblemsTests
{
    [Fact]
    public void Problems_are_listed_by_line_with_their_paths()
    {
        var problems = new JsonProblems("{\n\"a\": 1,\n\"b\": [\n2]}", "rules.json", "InvalidRuleSet");
        problems.Add("$.b[0]", "2 is too much. Allowed: 0 to 1.");
        problems.Add("$.a", "1 is odd.");
        problems.Add("$.c", "must be there.");

        var thrown = Assert.Throws<ProgressException>(problems.ThrowIfAny);

        Assert.Equal(
            "rules.json:1: $.c: must be there.\nrules.json:2: $.a: 1 is odd.\nrules.json:4: $.b[0]: 2 is too much. Allowed: 0 to 1.",
            thrown.Message);
        Assert.Equal(("InvalidRuleSet", ErrorKind.InvalidData), (thrown.Id, thrown.Kind));
    }

    [Fact]
    public void Without_problems_nothing_is_thrown() => new JsonProblems("{}", "rules.json", "InvalidRuleSet").ThrowIfAny();

    [Fact]
    public void Control_characters_of_the_document_are_shown_escaped()
    {
        var thrown = Assert.Throws<ProgressException>(
            () => StrictJson.Read<Dictionary<string, int>>("""{ "a\n\u001b[2J": "x" }""", "rules.json", "InvalidRuleSet"));

        Assert.Equal("rules.json:1: \"x\" at $['a\\u000A\\u001B[2J'] is not allowed. Allowed: a whole number.", thrown.Message);
    }

    [Fact]
    public void More_than_twenty_problems_are_counted()
    {
        var problems = new JsonProblems("{}", "rules.json", "InvalidRuleSet");
        for (var i = 0; i < 23; i++) problems.Add("$", $"problem {i}");

        var lines = Assert.Throws<ProgressException>(problems.ThrowIfAny).Message.Split('\n');

        Assert.Equal((21, "… and 3 more."), (lines.Length, lines[^1]));
    }
}
