using Progress.Reps;
using Xunit;

namespace Progress.Tests;

public sealed class RulesTestTests : IDisposable
{
    private readonly Workplace place = Workplace.WithReps();

    public RulesTestTests() => place.Do("import-calls", place.Notes("notes.csv", SeedExample.Rows(Workplace.Ana)));

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_rules_in_force_change_nobody()
    {
        var test = place.Do("rules", "test", place.Write("rules.json", RuleSetFile.DefaultJson), "--as-of", SeedExample.Day, "--json").Json;

        Assert.True(test["passed"]!.GetValue<bool>());
        Assert.Empty(test["changes"]!.AsArray());
        Assert.Empty(test["departsFromSeed"]!.AsArray());
    }

    [Fact]
    public void Other_XP_shows_who_would_gain_and_that_it_departs_from_the_seed_and_writes_nothing()
    {
        var rules = RuleSetFile.DefaultJson.Replace("\"dial_made\": 2", "\"dial_made\": 3");
        Assert.NotEqual(RuleSetFile.DefaultJson, rules);
        var before = StoreRows.All(place);

        var run = place.Do("rules", "test", place.Write("rules.json", rules), "--as-of", SeedExample.Day, "--json").Json;
        var change = run["changes"]!.AsArray().Single()!;

        Assert.Equal(100, change["xpAfter"]!.GetValue<long>() - change["xpBefore"]!.GetValue<long>());
        Assert.Single(run["departsFromSeed"]!.AsArray());
        Assert.Contains("It departs from the seed:", place.Do("rules", "test", "rules.json", "--as-of", SeedExample.Day).Out);
        Assert.Equal(before, StoreRows.All(place));
    }
}
