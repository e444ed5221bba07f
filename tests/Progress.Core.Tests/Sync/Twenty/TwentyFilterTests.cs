using System.Text.Json.Nodes;
using Progress.Sync.Twenty;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class TwentyFilterTests
{
    private const string Id = "5d1c0c5e-6a0e-4f53-9d0a-0d4c9d3d1a11";

    [Fact]
    public void A_filter_without_ids_is_not_made() => Assert.Throws<ArgumentException>(() => TwentyFilter.In("id", []));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("5d1c0c5e-6a0e-4f53-9d0a-0d4c9d3d1a11,id[neq]:1")]
    [InlineData("{5d1c0c5e-6a0e-4f53-9d0a-0d4c9d3d1a11}")]
    [InlineData("5d1c0c5e6a0e4f539d0a0d4c9d3d1a11")]
    public void Nothing_but_UUIDs_gets_into_a_list(string id)
    {
        Assert.Throws<ArgumentException>(() => TwentyFilter.In("id", [id]));
        Assert.Throws<ArgumentException>(() => TwentyFilter.Rest(id, new JsonObject { ["rev"] = 1 }));
        Assert.Throws<ArgumentException>(() => TwentyFilter.GraphQl(id, new JsonObject { ["rev"] = 1 }));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void Nothing_but_numbers_ids_and_null_is_compared(string json) =>
        Assert.Throws<ArgumentException>(() => TwentyFilter.Rest(Id, new JsonObject { ["rev"] = JsonNode.Parse(json) }));

    [Fact]
    public void A_field_name_cannot_carry_a_condition() =>
        Assert.Throws<ArgumentException>(() => TwentyFilter.Rest(Id, new JsonObject { ["rev[gt]:0,a"] = 1 }));

    [Fact]
    public void A_compare_and_set_names_the_record_its_being_alive_and_each_value()
    {
        var expected = new JsonObject { ["rev"] = 7, ["totalXp"] = 120.0, ["closedDeals"] = null };

        Assert.Equal($"and(id[eq]:{Id},deletedAt[is]:NULL,rev[eq]:7,totalXp[eq]:120,closedDeals[is]:NULL)", TwentyFilter.Rest(Id, expected));
        Assert.Equal(
            $$$"""{"and":[{"id":{"eq":"{{{Id}}}"}},{"deletedAt":{"is":"NULL"}},{"rev":{"eq":7}},{"totalXp":{"eq":120}},{"closedDeals":{"is":"NULL"}}]}""",
            TwentyFilter.GraphQl(Id, expected).ToJsonString());
    }
}
