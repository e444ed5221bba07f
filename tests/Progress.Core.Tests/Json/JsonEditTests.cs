using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Progress.Json;
using Xunit;

namespace Progress.Tests;

public sealed class JsonEditTests
{
    private static readonly string[] Texts =
    [
        "{}", "{ }", "{\n}\n", "{ \"a\": 1 }", "{\"a\":1,\"c\":{\"d\":2}}", "{ // one\n}", "{ /* one */ }",
        "{\n  // one, two\n  \"a\": 1, // \"three\": 3,\n  /* four, */ \"b\": \"x, y\",\n  \"c\": {\n    \"d\": 1,\n    \"e\": 2,\n  },\n  // five\n}\n",
        "{\r\n\t\"a\": 1,\r\n\t\"b\": [1, 2]\r\n}\r\n", "{ // one\n\"a\": 1, \"b\": 2 // two\n}", "{\"b\":\"//\",\"c\":{\"e\":1}, // one\n}",
        "{ \"a\": 1 /* one, */ }", "{\n  \"a\": 1 /* one, */, \"b\": 2 // two,\n  , \"c\": { } // three\n}", "{\"f\":[],\n\"b\":{} // one\n,\n\"a\":1}",
    ];

    private static readonly string[][] Members = [["a"], ["b"], ["c", "d"], ["c", "e"], ["f"], ["ä \"q\""]];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    [Fact]
    public void Any_edits_of_any_text_give_the_members_that_they_should_and_keep_the_comments()
    {
        var edits = Gen.ArrayOf(
            from member in Gen.Elements(Members)
            from value in Gen.Elements<int?>(null, 7, 8)
            select (Member: member, Value: value));
        var cases = from text in Gen.Elements(Texts) from list in edits select (Text: text, Edits: list);

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var text = one.Text;
            var model = Parse(text);
            foreach (var (member, value) in one.Edits)
            {
                text = value is { } number ? JsonEdit.Set(text, member, number.ToString()) : JsonEdit.Remove(text, member);
                Apply(model, member, value);
                if (!JsonNode.DeepEquals(model, Parse(text))) return false;
            }

            return new[] { "one", "two", "three", "four", "five" }.All(word => text.Contains(word) || !one.Text.Contains(word));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("{\n  \"a\": 1\n}\n", "{\n  \"a\": 1,\n  \"f\": 7\n}\n")]
    [InlineData("{\n    \"a\": 1, // why\n}\n", "{\n    \"a\": 1, // why\n    \"f\": 7\n}\n")]
    [InlineData("{ \"a\": 1 }", "{ \"a\": 1, \"f\": 7 }")]
    [InlineData("{}", "{\n  \"f\": 7\n}")]
    [InlineData("{\r\n\t\"a\": 1\r\n}", "{\r\n\t\"a\": 1,\r\n\t\"f\": 7\r\n}")]
    public void A_new_member_comes_last_in_the_manner_of_the_others(string before, string after) =>
        Assert.Equal(after, JsonEdit.Set(before, ["f"], "7"));

    [Theory]
    [InlineData("{\n  \"a\": 1,\n  \"f\": 7\n}\n", "{\n  \"a\": 1\n}\n")]
    [InlineData("{\n  \"f\": 7,\n  \"a\": 1\n}\n", "{\n  \"a\": 1\n}\n")]
    [InlineData("{ \"f\": 7, \"a\": 1 }", "{ \"a\": 1 }")]
    [InlineData("{ \"a\": 1, \"f\": { } }", "{ \"a\": 1 }")]
    [InlineData("{ \"a\": 1 }", "{ \"a\": 1 }")]
    public void A_member_taken_away_leaves_no_trace(string before, string after) => Assert.Equal(after, JsonEdit.Remove(before, ["f"]));

    [Fact]
    public void A_replaced_value_changes_nothing_around_it() =>
        Assert.Equal("{ \"c\" : {\"d\":  7 /* old */ } }", JsonEdit.Set("{ \"c\" : {\"d\":  [1, {}] /* old */ } }", ["c", "d"], "7"));

    private static JsonObject Parse(string text) => JsonNode.Parse(text, documentOptions: Lenient)!.AsObject();

    private static void Apply(JsonObject model, string[] member, int? value)
    {
        if (member is [var only])
        {
            if (value is { } number) model[only] = number;
            else model.Remove(only);
            return;
        }

        var inner = model[member[0]] as JsonObject ?? [];
        if (value is null && !inner.ContainsKey(member[1])) return;
        model.Remove(member[0]);
        Apply(inner, member[1..], value);
        if (inner.Count > 0) model[member[0]] = inner;
    }
}
