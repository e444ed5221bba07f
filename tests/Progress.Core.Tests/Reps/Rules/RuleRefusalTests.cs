using System.Text.Json.Nodes;
using Progress.Json;
using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Rules;

public sealed class RuleRefusalTests
{
    [Theory]
    [InlineData("levels.thresholds.3", "250", "$.levels.thresholds[3]", "overlaps level 3")]
    [InlineData("levels.thresholds.3", "100", "$.levels.thresholds[3]", "overlaps level 3")]
    [InlineData("levels.thresholds.0", "1", "$.levels.thresholds", "begin with 0")]
    [InlineData("levels.thresholds", "[]", "$.levels.thresholds", "begin with 0")]
    [InlineData("levels.step", "0", "$.levels.step", "positive")]
    [InlineData("schemaVersion", "2", "$.schemaVersion", "reads 1")]
    [InlineData("bonus", "1", "$.bonus", "bonus")]
    [InlineData("calls.shortBelow", "1", "$.calls.shortBelow", "shortBelowSeconds")]
    [InlineData("calls.shortBelowSeconds", "-1", "$.calls.shortBelowSeconds", "negative")]
    [InlineData("calls.longAboveSeconds", "20", "$.calls.longAboveSeconds", "short and long")]
    [InlineData("calls.earlyBefore", "\"9 AM\"", "$.calls.earlyBefore", "9 AM")]
    [InlineData("callXp", "\"sum\"", "$.callXp", "stack")]
    [InlineData("xp.dial_made", "-2", "$.xp.dial_made", "never negative")]
    [InlineData("xp.dial_made", "1000000000", "$.xp.dial_made", "at most")]
    [InlineData("xp.dial_made", "1.5", "$.xp.dial_made", "1.5")]
    [InlineData("xp.dial_made", null, "$.xp", "\"dial_made\" is missing")]
    [InlineData("xp", null, "$", "xp")]
    [InlineData("aliases.dial", "\"dialled\"", "$.aliases.dial", "dialled")]
    [InlineData("dialKinds.0", "\"dialled\"", "$.dialKinds[0]", "dialled")]
    [InlineData("dispositions.1.code", "\"CONTACT\"", "$.dispositions[1]", "stands twice")]
    [InlineData("dispositions.1.synonyms", "[\"NA\"]", "$.dispositions[6]", "stands twice")]
    [InlineData("dispositions.1.code", "\"call back\"", "$.dispositions[1]", "CALL_BACK")]
    [InlineData("dispositions.1.also", "\"deal_closed\"", "$.dispositions[1].also", "callback_scheduled")]
    [InlineData("ranks.0.xp", "1", "$.ranks", "0 XP without gates")]
    [InlineData("ranks.2.xp", "500", "$.ranks[2].xp", "ranks must rise")]
    [InlineData("ranks.2.grade", "\"E-2\"", "$.ranks[2].grade", "stands twice")]
    [InlineData("ranks.1.gates.0.ids.0", "\"module_9\"", "$.ranks[1].gates[0].ids", "module_9")]
    [InlineData("ranks.1.gates.1.atLeast", "0", "$.ranks[1].gates[1].atLeast", "at least 1")]
    [InlineData("ranks.1.gates.1.of", "\"luck\"", "$.ranks[1].gates[1].of", "appointments")]
    [InlineData("ranks.1.gates.1.kind", "\"luck\"", "$.ranks[1].gates[1].kind", "luck")]
    [InlineData("ranks.3.gates.0.below", "50", "$.ranks[3].gates[0].below", "between 0 and 1")]
    [InlineData("ranks.3.gates.0.below", null, "$.ranks[3].gates[0]", "below or above")]
    [InlineData("ranks.3.gates.3.score", "80", "$.ranks[3].gates[3].score", "between 0 and 1")]
    [InlineData("modules.1.id", "\"module_0\"", "$.modules[1].id", "stands twice")]
    [InlineData("modules.1.pass", "80", "$.modules[1].pass", "between 0 and 1")]
    [InlineData("modules.1.xp", "-50", "$.modules[1].xp", "never negative")]
    [InlineData("modules.1.requires", "[\"module_6\"]", "$.modules[1].requires", "before it")]
    [InlineData("exams.eliteScore", "95", "$.exams.eliteScore", "between 0 and 1")]
    [InlineData("exams.pass.operative_certification", "80", "$.exams.pass.operative_certification", "between 0 and 1")]
    [InlineData("battles.losePerLevel", "-30", "$.battles.losePerLevel", "never negative")]
    [InlineData("battles.maxLevel", "0", "$.battles.maxLevel", "1 to 100")]
    [InlineData("bosses.0.xp", "-1", "$.bosses[0].xp", "never negative")]
    [InlineData("bosses.0.defeatedByWinAtLevel", "6", "$.bosses[0].defeatedByWinAtLevel", "1 to 5")]
    [InlineData("metrics.windows.showRate", "0", "$.metrics.windows", "at least 1")]
    [InlineData("metrics.windows.showRate", null, "$.metrics.windows", "missing")]
    [InlineData("metrics.cadence.startedAtLeastDaysAgo", "43", "$.metrics.cadence", "no cadence")]
    [InlineData("metrics.tiers.showRate.elite", "0.5", "$.metrics.tiers", "overlap")]
    [InlineData("badges.minDials", "-1", "$.badges.minDials", "0 or more")]
    [InlineData("badges.list.1.id", "\"opener_elite\"", "$.badges.list[1].id", "stands twice")]
    [InlineData("badges.list.0.of", "\"deals\"", "$.badges.list[0].of", "sub30sDropRate")]
    [InlineData("badges.list.0.tiers.0.below", null, "$.badges.list[0].tiers[0]", "below or above")]
    [InlineData("badges.list.0.tiers.0.days", "0", "$.badges.list[0].tiers[0]", "days")]
    [InlineData("badges.list.0.tiers.0.tier", "\"wood\"", "$.badges.list[0].tiers[0].tier", "bronze")]
    [InlineData("badges.list.0.tiers.0.xp", "-1", "$.badges.list[0].tiers[0].xp", "never negative")]
    [InlineData("badges.list.3.tiers.0.maxDials", null, "$.badges.list[3].tiers[0]", "maxDials")]
    [InlineData("badges.list.10.boss", "\"dragon\"", "$.badges.list[10].boss", "no boss")]
    [InlineData("diagnosis.days", "0", "$.diagnosis.days", "at least 1")]
    [InlineData("diagnosis.findings.0.metric", "\"cadenceCompletion\"", "$.diagnosis.findings[0].metric", "cadenceCompletion")]
    [InlineData("diagnosis.findings.0.above", null, "$.diagnosis.findings[0]", "above or below")]
    [InlineData("diagnosis.findings.0.above", "50", "$.diagnosis.findings[0].above", "between 0 and 1")]
    public void What_is_wrong_is_named_with_file_line_and_path(string at, string? value, string path, string says)
    {
        using var store = new TestStore();
        var file = store.Rules(rules => Put(rules, at.Split('.'), value is null ? null : JsonNode.Parse(value)));
        var line = JsonSpot.Parse(File.ReadAllText(file)).Nearest(path).Line;
        foreach (var use in new Action[] { () => ProgressionRules.Set(store.Store, file), () => ProgressionRules.Test(store.Store, file, cancel: TestContext.Current.CancellationToken) })
        {
            var error = Assert.Throws<ProgressException>(use);
            Assert.Equal("InvalidRuleSet", error.Id);
            Assert.Contains(error.Message.Split('\n'), l => l.StartsWith($"{file}:{line}: ") && l.Contains(path) && l.Contains(says));
        }

        Assert.Single(ProgressionRules.List(store.Store));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_no_rule_set_is_refused(string text)
    {
        using var store = new TestStore();
        Assert.Equal("InvalidRuleSet", Assert.Throws<ProgressException>(() => ProgressionRules.Set(store.Store, store.Write("rules.json", text))).Id);
        Assert.Equal("FileNotFound", Assert.Throws<ProgressException>(() => ProgressionRules.Set(store.Store, store.Path("none.json"))).Id);
    }

    [Theory]
    [InlineData(3, -1)]
    [InlineData(6, -1)]
    [InlineData(1, 2)]
    public void A_grade_is_never_dropped_nor_moved_as_no_rank_falls(int from, int to)
    {
        using var store = new TestStore();
        var file = store.Rules(rules =>
        {
            var ranks = rules["ranks"]!.AsArray();
            if (to < 0) ranks.RemoveAt(from);
            else (ranks[from]!["grade"], ranks[to]!["grade"]) = (ranks[to]!["grade"]!.DeepClone(), ranks[from]!["grade"]!.DeepClone());
        });
        var error = Assert.Throws<ProgressException>(() => ProgressionRules.Set(store.Store, file));
        Assert.Contains("$.ranks: must keep the grades", error.Message);
    }

    private static void Put(JsonNode rules, string[] path, JsonNode? value)
    {
        var parent = path[..^1].Aggregate(rules, (node, key) => int.TryParse(key, out var index) ? node[index]! : node[key]!);
        if (parent is JsonArray array) array[int.Parse(path[^1])] = value;
        else if (value is null) parent.AsObject().Remove(path[^1]);
        else parent[path[^1]] = value;
    }
}
