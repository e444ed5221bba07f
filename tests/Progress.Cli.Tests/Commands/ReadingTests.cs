using System.Text.Json.Nodes;
using Xunit;

namespace Progress.Tests;

public sealed class ReadingTests(SeedPlace seed) : IClassFixture<SeedPlace>
{
    private readonly Workplace place = seed.Place;

    [Fact]
    public void Metrics_come_with_what_they_rest_on_their_window_and_their_interval()
    {
        var drop = Metric("Sub30sDropRate");

        Assert.Equal((65, 100, 0.65), (drop["numerator"]!.GetValue<long>(), drop["denominator"]!.GetValue<long>(), drop["value"]!.GetValue<double>()));
        Assert.Equal(("2026-09-24", "2026-09-30"), (drop["from"]!.GetValue<string>(), drop["to"]!.GetValue<string>()));
        // Wilson 95 % of 65 of 100.
        Assert.Equal((0.5525, 0.7364), (Math.Round(drop["low"]!.GetValue<double>(), 4), Math.Round(drop["high"]!.GetValue<double>(), 4)));
        Assert.Equal(("Satisfactory", true), (drop["tier"]!.GetValue<string>(), drop["ramp"]!.GetValue<bool>()));
        Assert.Equal(0.2, Metric("ConnectRate")["value"]!.GetValue<double>());
        Assert.Null(Metric("CadenceCompletion")["value"]);
    }

    [Fact]
    public void Metrics_take_another_window_and_only_connected_calls()
    {
        var appointments = Metric("CallToApptRate", "--days", "1", "--denominator", "connected");

        Assert.Equal((4, 20), (appointments["numerator"]!.GetValue<long>(), appointments["denominator"]!.GetValue<long>()));
        Assert.Equal(SeedExample.Day, appointments["from"]!.GetValue<string>());
    }

    [Fact]
    public void People_see_rates_as_percent_and_no_data_as_a_dash()
    {
        var shown = place.Do("metrics", "--rep", "Ana Silva", "--as-of", SeedExample.Day).Out;

        Assert.Matches(@"Sub30sDropRate +65\.0% +65 of 100 +55\.3%–73\.6% +2026-09-24 +2026-09-30 +Satisfactory \(ramp\)", shown);
        Assert.Matches("CadenceCompletion +– +0 of 0 +– ", shown);
    }

    [Fact]
    public void The_seeds_example_needs_opener_training_and_not_closer_training()
    {
        var findings = place.Do("diagnose", "--rep", "Ana Silva", "--as-of", SeedExample.Day, "--json").Json.AsArray();

        Assert.Equal("Opener", findings[0]!["finding"]!.GetValue<string>());
        Assert.Equal(["module_1"], findings[0]!["training"]!.AsArray().Select(t => t!.GetValue<string>()));
        Assert.DoesNotContain("Closing", findings.Select(f => f!["finding"]!.GetValue<string>()));
        Assert.Contains("module_1: Opener training, not closer training", Unwrapped(place.Do("diagnose", "--rep", "Ana Silva", "--as-of", SeedExample.Day).Out));
    }

    [Fact]
    public void A_rep_without_calls_gets_no_diagnosis()
    {
        var finding = place.Do("diagnose", "--rep", "Ben Ito", "--as-of", SeedExample.Day, "--json").Json.AsArray().Single()!;

        Assert.Equal("TooFewCalls", finding["verdict"]!.GetValue<string>());
        Assert.Null(finding["finding"]);
    }

    [Fact]
    public void The_leaderboard_ranks_by_XP_and_rates_by_their_cautious_end()
    {
        var xp = place.Do("leaderboard", "--as-of", SeedExample.Day, "--json").Json.AsArray();
        var rate = place.Do("leaderboard", "--by", "calltoapptrate", "--top", "1", "--as-of", SeedExample.Day, "--json").Json.AsArray().Single()!;

        Assert.Equal(["Ana Silva", "Ben Ito"], xp.Select(p => p!["name"]!.GetValue<string>()));
        Assert.Equal((1, 0.04), (rate["place"]!.GetValue<int>(), rate["value"]!.GetValue<double>()));
        // Wilson 95 % of 4 of 100 begins at 1.57 %.
        Assert.Equal(0.0157, Math.Round(rate["rankedBy"]!.GetValue<double>(), 4));
        Assert.Matches(@"1 +Ana Silva +4\.0% +100 +1\.6%", place.Do("leaderboard", "--by", "CallToApptRate", "--as-of", SeedExample.Day).Out);
    }

    private JsonNode Metric(string name, params string[] arguments) =>
        place.Do(["metrics", "--rep", "Ana Silva", "--as-of", SeedExample.Day, "--json", .. arguments]).Json.AsArray()
            .Single(m => m!["metric"]!.GetValue<string>() == name)!;

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
