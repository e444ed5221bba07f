using System.Text.Json;
using System.Text.Json.Nodes;
using Progress.Json;
using Xunit;

namespace Progress.Tests;

public sealed class OutputJsonTests
{
    public enum Tier { Elite, NoData }

    public sealed record Row(string RepId, long TotalXp, double? Sub30sDropRate, Tier Tier, DateTime? LastActivity, DateOnly From, IReadOnlyList<string> Badges);

    private static readonly Row Ana = new(
        "Ana Müller 木 <b>\u001b", 25_000, 0.1, Tier.NoData, new DateTime(2026, 9, 30, 14, 5, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 24), ["a.b"]);

    [Fact]
    public void An_object_is_written_by_its_camelCase_names() => Assert.Equal("""
        {
          "repId": "Ana Müller 木 <b>\u001B",
          "totalXp": 25000,
          "sub30sDropRate": 0.1,
          "tier": "NoData",
          "lastActivity": "2026-09-30T14:05:00Z",
          "from": "2026-09-24",
          "badges": [
            "a.b"
          ]
        }

        """.ReplaceLineEndings("\n"), Written(Ana));

    [Fact]
    public void The_compact_form_says_the_same_on_one_line()
    {
        var compact = JsonSerializer.Serialize(Ana, OutputJson.Compact);

        Assert.DoesNotContain('\n', compact);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Written(Ana)), JsonNode.Parse(compact)));
    }

    [Fact]
    public void No_data_is_written_as_null()
    {
        var written = Written(Ana with { Sub30sDropRate = null, LastActivity = null });

        Assert.Contains("\"sub30sDropRate\": null", written);
        Assert.Contains("\"lastActivity\": null", written);
    }

    [Fact]
    public void A_list_is_an_array_even_when_lazy_or_empty()
    {
        Assert.Equal("[]\n", Written(Array.Empty<Row>()));
        Assert.Equal("[\n  1,\n  2\n]\n", Written(Enumerable.Range(1, 2).Where(n => n > 0)));
    }

    [Fact]
    public void Items_are_written_whole_where_the_list_is_one_of_objects() =>
        Assert.Contains("\"totalXp\": 25000", Written(new List<object> { Ana }));

    [Fact]
    public void Nothing_is_null() => Assert.Equal("null\n", Written(null));

    [Fact]
    public void Keys_of_maps_stay_as_they_are() =>
        Assert.Contains("\"E-1\": 2", Written(new Dictionary<string, int> { ["E-1"] = 2 }));

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Unspecified)]
    public void Times_of_the_store_are_UTC(DateTimeKind kind) =>
        Assert.Equal("\"2026-01-02T03:04:05.06Z\"\n", Written(new DateTime(2026, 1, 2, 3, 4, 5, 60, kind)));

    [Fact]
    public void Local_times_become_UTC()
    {
        var utc = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

        Assert.Equal("\"2026-01-02T03:04:05Z\"\n", Written(utc.ToLocalTime()));
        Assert.Equal("\"2026-01-02T03:04:05Z\"\n", Written(new DateTimeOffset(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2))));
    }

    [Theory]
    [InlineData(0.1 + 0.2, "0.30000000000000004\n")]
    [InlineData(1.0, "1\n")]
    [InlineData(1.0 / 3, "0.3333333333333333\n")]
    public void Numbers_are_the_shortest_that_read_back_the_same(double number, string written) => Assert.Equal(written, Written(number));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_none_is_a_fault(double number) => Assert.ThrowsAny<ArgumentException>(() => Written(number));

    private static string Written(object? value)
    {
        var writer = new StringWriter();
        OutputJson.Write(writer, value);
        return writer.ToString();
    }
}
