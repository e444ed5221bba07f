using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Reps;

/// <summary>Where a rule set's figures are not the seed's: the seed says not to change them, so reports say who did.</summary>
internal static class SeedDepartures
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Paths that differ from the default, with both values, at most fifty.</summary>
    public static IReadOnlyList<string> Of(string json) =>
        [.. Differences("$", JsonNode.Parse(RuleSetFile.DefaultJson, null, Lenient), JsonNode.Parse(json, null, Lenient)).Take(50)];

    private static IEnumerable<string> Differences(string path, JsonNode? seed, JsonNode? now)
    {
        if (path is "$.name" or "$.schemaVersion" || JsonNode.DeepEquals(seed, now)) return [];
        return (seed, now) switch
        {
            (JsonObject a, JsonObject b) => a.Select(p => p.Key).Union(b.Select(p => p.Key)).SelectMany(k => Differences($"{path}.{k}", a[k], b[k])),
            (JsonArray a, JsonArray b) => Enumerable.Range(0, Math.Max(a.Count, b.Count))
                .SelectMany(i => Differences($"{path}[{i}]", i < a.Count ? a[i] : null, i < b.Count ? b[i] : null)),
            _ => [$"{path}: {Text(now)} instead of {Text(seed)}"],
        };
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() is { } json ? json.Length > 60 ? json[..57] + "…" : json : "nothing";
}
