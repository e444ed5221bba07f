using System.Text.Json.Nodes;
using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50, "XP that adds up on every device": foreign = totalXp − claimedXp; totalXp = foreign + claimed.</summary>
public sealed class AdditiveMergeTests
{
    private static readonly FieldRule[] Rules =
    [
        new(SyncStateFormat.TotalXp, FieldPolicy.AdditiveByOrigin, Additive: SyncStateFormat.Xp),
        new(SyncStateFormat.ClosedDeals, FieldPolicy.AdditiveByOrigin, Additive: SyncStateFormat.Deals),
    ];

    [Theory]
    // nobody's record, one without a state (all of it is others'), one that counts nothing of ours
    [InlineData("{}", 150, 150)]
    [InlineData("""{"totalXp":30}""", 180, 150)]
    [InlineData("""{"totalXp":30,"syncState":{"claimedXp":0}}""", 180, 150)]
    // part of ours is claimed, all of it, another device's too
    [InlineData("""{"totalXp":130,"syncState":{"xp":{"dev":{"one":100}},"claimedXp":100}}""", 180, 150)]
    [InlineData("""{"totalXp":180,"syncState":{"xp":{"dev":{"one":100},"notes":50},"claimedXp":150}}""", 180, 150)]
    [InlineData("""{"totalXp":187,"syncState":{"xp":{"dev":{"one":60,"two":7},"notes":50},"claimedXp":117}}""", 227, 157)]
    // another device has read more notes than we
    [InlineData("""{"totalXp":90,"syncState":{"xp":{"notes":90},"claimedXp":90}}""", 190, 190)]
    // the state as text, and figures that are none
    [InlineData("""{"totalXp":130,"syncState":"{\"xp\":{\"dev\":{\"one\":100}},\"claimedXp\":100}"}""", 180, 150)]
    [InlineData("""{"totalXp":"much","syncState":{"xp":{"dev":{"one":"x"},"notes":-4},"claimedXp":null}}""", 150, 150)]
    public void What_we_claim_is_added_to_what_others_contributed(string remote, long total, long claimed)
    {
        var merge = RecordMerge.Of(Rules, null, Local(("dev:one", 100), ("notes", 50)), Parse(remote));

        var told = SyncStateFormat.Xp.Read(merge.Result);
        Assert.Equal((total, claimed), (told.Total, told.Claimed));
        Assert.Equal(total, (long)merge.Result["totalXp"]!);
        Assert.True(told.Origins["dev:one"] >= 100);
    }

    [Fact]
    public void What_is_claimed_already_is_not_sent()
    {
        var remote = Parse("""{"totalXp":180,"closedDeals":0,"syncState":{"xp":{"dev":{"one":100},"notes":50},"claimedXp":150}}""");
        var merge = RecordMerge.Of(Rules, null, Local(("dev:one", 100), ("notes", 40)), remote);
        Assert.Empty(merge.ToSend);
        Assert.False(merge.Adds);
    }

    [Fact]
    public void Total_and_state_travel_together_and_what_others_keep_in_the_state_stays()
    {
        var remote = Parse("""{"totalXp":5,"syncState":{"v":1,"rules":"abc","theirs":true,"repairedXp":9,"claimedXp":0}}""");
        var merge = RecordMerge.Of(Rules, null, Local(("dev:one", 100)), remote);

        Assert.Equal(["syncState", "totalXp"], merge.ToSend.Select(f => f.Key).Order());
        var state = merge.ToSend["syncState"]!.AsObject();
        Assert.Equal(("abc", true, 9L, 100L), ((string)state["rules"]!, (bool)state["theirs"]!, JsonTree.Whole(state["repairedXp"])!.Value, (long)state["claimedXp"]!));
        Assert.Equal(105L, (long)merge.ToSend["totalXp"]!);
    }

    [Fact]
    public void A_deal_that_is_taken_back_lowers_the_number_of_deals_once()
    {
        var remote = Parse("""{"closedDeals":8,"syncState":{"deals":{"dev":{"one":5}},"claimedDeals":5}}""");
        var local = Deals(("dev:one", 5), ("-dev:one", 2));

        var merge = RecordMerge.Of(Rules, null, local, remote);
        var again = RecordMerge.Of(Rules, null, local, merge.Result);

        Assert.Equal(6L, (long)merge.Result["closedDeals"]!);
        Assert.Equal((3L, 3L), ((long)merge.Result["syncState"]!["claimedDeals"]!, SyncStateFormat.Deals.Read(merge.Result).Foreign));
        Assert.Empty(again.ToSend);
    }

    [Fact]
    public void XP_and_deals_share_one_state_without_loss()
    {
        var local = Local(("dev:one", 100), ("paid:module:module_0", 50), ("paid:badge:opener_elite.bronze", 25), ("days", 35));
        SyncStateFormat.Deals.Write(local, OriginFigures.None with { Origins = new Dictionary<string, long> { ["dev:one"] = 3 } });
        var merge = RecordMerge.Of(Rules, null, local, []);

        Assert.Equal((210L, 3L), ((long)merge.Result["totalXp"]!, (long)merge.Result["closedDeals"]!));
        var state = merge.ToSend["syncState"]!;
        Assert.Equal((210L, 3L), ((long)state["claimedXp"]!, (long)state["claimedDeals"]!));
        Assert.Equal((100L, 35L, 50L), ((long)state["xp"]!["dev"]!["one"]!, (long)state["xp"]!["days"]!, (long)state["paid"]!["module:module_0"]!));
        Assert.Equal(["opener_elite.bronze"], state["tiers"]!.AsArray().Select(t => (string)t!));
    }

    private static JsonObject Local(params (string Origin, long Xp)[] origins)
    {
        var record = new JsonObject();
        SyncStateFormat.Xp.Write(record, OriginFigures.None with { Origins = origins.ToDictionary(o => o.Origin, o => o.Xp) });
        return record;
    }

    private static JsonObject Deals(params (string Origin, long Deals)[] origins)
    {
        var record = new JsonObject();
        SyncStateFormat.Deals.Write(record, OriginFigures.None with { Origins = origins.ToDictionary(o => o.Origin, o => o.Deals) });
        return record;
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
