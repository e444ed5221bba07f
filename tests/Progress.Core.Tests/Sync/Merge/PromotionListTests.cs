using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Ranks reached, each with the first day that anybody knows.</summary>
public sealed class PromotionListTests
{
    private static readonly FieldRule[] Rules = [new("promotions", FieldPolicy.Union, PromotionList.Format)];

    [Fact]
    public void The_first_day_of_each_rank_counts() => Assert.Equal(
        [("E-2", "2026-09-03"), ("E-3", "2026-09-09")],
        PromotionList.Read(JsonNode.Parse("""[{"rank":"E-2","on":"2026-09-05"},{"rank":"E-2","on":"2026-09-03"},{"rank":"E-3","on":"2026-09-09"}]"""))
            .OrderBy(p => p.Key).Select(p => (p.Key, DateOnly.FromDayNumber(p.Value).ToString("yyyy-MM-dd"))));

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("\"[broken\"")]
    [InlineData("""["E-2",7,null,{"rank":"E-2"},{"on":"2026-09-03"},{"rank":2,"on":"2026-09-03"},{"rank":"E-2","on":"soon"}]""")]
    public void What_is_no_promotion_is_none(string json) => Assert.Empty(PromotionList.Read(JsonNode.Parse(json)));

    [Theory]
    [InlineData("2026-09-03", "2026-09-05", "2026-09-03", true)]
    [InlineData("2026-09-05", "2026-09-03", "2026-09-03", false)]
    [InlineData("2026-09-03", "2026-09-03", "2026-09-03", false)]
    public void The_earlier_day_holds_and_the_later_one_is_nothing_new(string ours, string theirs, string result, bool isSent)
    {
        var merge = RecordMerge.Of(Rules, null, Record(ours), Record(theirs));

        Assert.Equal(result, (string?)Assert.Single(merge.Result["promotions"]!.AsArray())!["on"]);
        Assert.Equal((isSent, isSent), (merge.ToSend.Count > 0, merge.Adds));
    }

    [Fact]
    public void Promotions_come_back_as_they_were_written_as_JSON_and_as_text()
    {
        var cases = from days in Gen.ArrayOf(Gen.Choose(730_000, 740_000), 6) from n in Gen.Choose(0, 6) select days.Take(n).ToArray();
        Prop.ForAll(cases.ToArbitrary(), days =>
        {
            var promotions = days.Select((day, i) => (Rank: $"E-{i + 2}", day)).ToDictionary(p => p.Rank, p => p.day);
            var json = PromotionList.Of(promotions);
            return Same(promotions, json) && Same(promotions, JsonValue.Create(json.ToJsonString()))
                && JsonNode.DeepEquals(json, PromotionList.Format.Write([.. PromotionList.Format.Read(json)]));
        }).QuickCheckThrowOnFailure();

        static bool Same(Dictionary<string, int> a, JsonNode json) =>
            PromotionList.Read(json) is var b && a.Count == b.Count && a.All(p => b[p.Key] == p.Value);
    }

    private static JsonObject Record(string on) => new() { ["promotions"] = new JsonArray(new JsonObject { ["rank"] = "E-2", ["on"] = on }) };
}
