using System.Globalization;
using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>Ranks reached: <c>[{"rank":"E-2","on":"2026-09-03"}]</c>, each with the first day that anybody knows.</summary>
internal static class PromotionList
{
    public static SetFormat Format { get; } = new(Members, Write);

    public static IReadOnlyDictionary<string, int> Read(JsonNode? node) =>
        (JsonTree.Unwrap(node) as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(p => (Rank: p["rank"].Text(), On: p["on"].Text()))
            .Where(p => p.Rank is not null && TryDay(p.On, out _))
            .GroupBy(p => p.Rank!, p => TryDay(p.On, out var day) ? day : 0)
            .ToDictionary(g => g.Key, g => g.Min());

    public static JsonArray Of(IReadOnlyDictionary<string, int> promotions) =>
        new([.. promotions.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => new JsonObject { ["rank"] = p.Key, ["on"] = IsoText.Day(p.Value) })]);

    private static IEnumerable<string> Members(JsonNode? node) => Read(node).Select(p => $"{p.Key} {IsoText.Day(p.Value)}");

    private static JsonArray Write(IReadOnlyCollection<string> members) =>
        Of(members.Select(m => (Rank: m[..m.LastIndexOf(' ')], On: m[(m.LastIndexOf(' ') + 1)..]))
            .GroupBy(m => m.Rank, m => TryDay(m.On, out var day) ? day : 0)
            .ToDictionary(g => g.Key, g => g.Min()));

    private static bool TryDay(string? text, out int day)
    {
        var found = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = date.DayNumber;
        return found;
    }
}
