using System.Text.Json;
using System.Text.Json.Nodes;
using Progress.Reps;

namespace Progress.Tests;

/// <summary>Rule sets that differ from the default in what a test is about.</summary>
internal static class RuleFiles
{
    public static string Rules(this TestStore store, Action<JsonNode> change)
    {
        var rules = JsonNode.Parse(RuleSetFile.DefaultJson)!;
        change(rules);
        return store.Write($"{store.NextId()}.json", rules.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    public static RuleSet Default { get; } = RuleSetFile.Parse(RuleSetFile.DefaultJson, "default");
}
