using System.Globalization;
using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>Local days as runs: <c>{"active":["2026-09-01/2026-09-05","2026-09-08"],"dialed":[…],"streaks":[…]}</c>.</summary>
internal static class DayRuns
{
    public const string Active = "active";
    public const string Dialed = "dialed";
    public const string Streaks = "streaks";

    private const int LongestRun = 20_000;

    private static readonly string[] Kinds = [Active, Dialed, Streaks];

    /// <summary>The days as members of one set, e.g. <c>active 2026-09-01</c>.</summary>
    public static SetFormat Format { get; } = new(Members, Write);

    /// <summary>The days of one kind.</summary>
    public static IReadOnlyCollection<int> Days(JsonNode? node, string kind) =>
        JsonTree.Unwrap(node) is JsonObject runs && runs[kind] is JsonArray list ? [.. list.SelectMany(Run).Distinct().Order()] : [];

    public static JsonObject Of(IReadOnlyCollection<int> active, IReadOnlyCollection<int> dialed, IReadOnlyCollection<int> streaks) =>
        new() { [Active] = Runs(active), [Dialed] = Runs(dialed), [Streaks] = Runs(streaks) };

    private static IEnumerable<string> Members(JsonNode? node) =>
        Kinds.SelectMany(kind => Days(node, kind).Select(day => $"{kind} {IsoText.Day(day)}"));

    private static JsonObject Write(IReadOnlyCollection<string> members)
    {
        var days = members.Select(m => m.Split(' ')).ToLookup(m => m[0], m => Day(m[1])!.Value);
        return Of([.. days[Active].Order()], [.. days[Dialed].Order()], [.. days[Streaks].Order()]);
    }

    private static JsonArray Runs(IReadOnlyCollection<int> days)
    {
        var runs = new JsonArray();
        int? first = null, last = null;
        foreach (var day in days)
        {
            if (last is { } before && day != before + 1) Close();
            first ??= day;
            last = day;
        }

        if (first is not null) Close();
        return runs;

        void Close()
        {
            runs.Add(first == last ? IsoText.Day(first!.Value) : $"{IsoText.Day(first!.Value)}/{IsoText.Day(last!.Value)}");
            first = null;
        }
    }

    private static IEnumerable<int> Run(JsonNode? node)
    {
        var ends = node.Text()?.Split('/');
        if (ends is not { Length: 1 or 2 } || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last) return [];
        return last < first || last - first > LongestRun ? [] : Enumerable.Range(first, last - first + 1);
    }

    private static int? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : null;
}
