using System.Text.Json.Nodes;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50, "Union": tolerant on read (JSON, text, null, comma list); pitfall P-16.</summary>
public sealed class SetTextTests
{
    [Theory]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    [InlineData("\"  \"", "")]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    [InlineData("\"[]\"", "")]
    [InlineData("\"null\"", "null")]
    [InlineData("""["a","b"]""", "a|b")]
    [InlineData("""["a","a"," a "]""", "a")]
    [InlineData("""["a",null,""]""", "a")]
    [InlineData("""["a",["b",["c"]]]""", "a|b|c")]
    [InlineData("""["opener, elite","b"]""", "opener, elite|b")]
    [InlineData("\"a\"", "a")]
    [InlineData("\"a, b ,,c\"", "a|b|c")]
    [InlineData("\"\\\"a\\\", \\\"b\\\"\"", "a|b")]
    [InlineData("\"[\\\"a\\\",\\\"b\\\"]\"", "a|b")]
    [InlineData("\" [\\\"a\\\"]\"", "a")]
    [InlineData("\"[\\\"a\\\", \\\"b\"", "a|b")]
    [InlineData("\"['a', 'b']\"", "a|b")]
    [InlineData("""[{"id":"a","tier":"gold"},{"id":"b"}]""", "a|b")]
    [InlineData("""{"a":0.9,"b":1}""", "a|b")]
    [InlineData("\"{\\\"a\\\":0.9}\"", "a")]
    [InlineData("[1,2]", "1|2")]
    [InlineData("7", "7")]
    public void A_set_is_read_however_it_was_written(string json, string ids) =>
        Assert.Equal(ids.Split('|', StringSplitOptions.RemoveEmptyEntries), SetText.Read(JsonNode.Parse(json)));

    [Fact]
    public void What_is_nested_without_end_ends()
    {
        var text = "[\"a\"]";
        for (var i = 0; i < 12; i++) text = new JsonArray(JsonValue.Create(text)).ToJsonString();
        Assert.True(SetText.Read(JsonValue.Create(text)).Count() <= 1);
    }
}
