using System.Text.Json.Nodes;
using Progress.Reps;

namespace Progress.Sync;

/// <summary>How our additive figures stand in a record: totals of their own, and what each origin claimed in <c>syncState</c>.</summary>
internal static class SyncStateFormat
{
    public const string Field = "syncState";
    public const string TotalXp = "totalXp";
    public const string ClosedDeals = "closedDeals";

    /// <summary>Foreign XP that our devices put back so far after it had been overwritten.</summary>
    public const string RepairedXp = "repairedXp";

    /// <summary>The same of deals.</summary>
    public const string RepairedDeals = "repairedDeals";

    private const string ClaimedXp = "claimedXp";
    private const string ClaimedDeals = "claimedDeals";
    private const string Undone = "undone";

    private const string CrmUndone = "crmUndone";

    /// <summary>XP: <c>{"xp":{"dev":{…},"notes":n,"days":n,"crm":n},"paid":{…},"tiers":[…],"claimedXp":n}</c>.</summary>
    public static AdditiveFormat Xp { get; } = new(ReadXp, WriteXp, [TotalXp, Field]);

    /// <summary>Deals: <c>{"deals":{"dev":{…},"undone":{…},"crm":n,"crmUndone":n},"claimedDeals":n}</c>.</summary>
    public static AdditiveFormat Deals { get; } = new(ReadDeals, WriteDeals, [ClosedDeals, Field]);

    /// <summary>The state of a record, or null where it has none.</summary>
    public static JsonObject? StateOf(JsonObject record) => JsonTree.Unwrap(record[Field]) as JsonObject;

    /// <summary>A figure of the state, e.g. <see cref="RepairedXp"/>.</summary>
    public static long Figure(JsonObject record, string name) => Figure(StateOf(record)?[name]);

    /// <summary>Puts back what others had contributed and a writer overwrote; the state tells our other devices.</summary>
    public static void Repair(JsonObject record, string total, string repaired, long amount)
    {
        record[total] = (JsonTree.Whole(record[total]) ?? 0) + amount;
        Open(record)[repaired] = Figure(record, repaired) + amount;
    }

    /// <summary>Hash of the rules by which what is claimed was reckoned, or null.</summary>
    public static string? Rules(JsonObject record) => StateOf(record)?["rules"].Text();

    /// <summary>The record's state to be written to, made where it has none.</summary>
    public static JsonObject Open(JsonObject record)
    {
        if (record[Field] is JsonObject open) return open;
        var state = StateOf(record) ?? new JsonObject { ["v"] = 1 };
        record[Field] = state;
        return state;
    }

    private static OriginFigures ReadXp(JsonObject record)
    {
        var state = StateOf(record);
        var origins = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (device, xp) in Map(state?["xp"]?["dev"])) origins[Origin.Device(device)] = xp;
        foreach (var (key, xp) in Map(state?["paid"])) origins[Origin.Paid(key)] = xp;
        foreach (var name in new[] { Origin.Notes, Origin.Days, Origin.Crm })
            if (Figure(state?["xp"]?[name]) is > 0 and var xp) origins[name] = xp;
        return new OriginFigures(Figure(record[TotalXp]), Figure(state?[ClaimedXp]), origins);
    }

    private static void WriteXp(JsonObject record, OriginFigures figures)
    {
        var state = Open(record);
        record[TotalXp] = figures.Total;
        var xp = new JsonObject { ["dev"] = Under(figures, Origin.DevicePrefix) };
        foreach (var name in new[] { Origin.Notes, Origin.Days }) xp[name] = figures.Origins.GetValueOrDefault(name);
        if (figures.Origins.TryGetValue(Origin.Crm, out var crm)) xp[Origin.Crm] = crm;
        state["xp"] = xp;
        state["paid"] = Under(figures, Origin.PaidPrefix);
        state["tiers"] = new JsonArray([.. figures.Origins.Keys
            .Where(k => k.StartsWith(Origin.Paid(BadgeKey.Prefix), StringComparison.Ordinal))
            .Select(k => JsonValue.Create(k[Origin.Paid(BadgeKey.Prefix).Length..]))]);
        state[ClaimedXp] = figures.Claimed;
    }

    private static OriginFigures ReadDeals(JsonObject record)
    {
        var state = StateOf(record);
        var origins = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (device, deals) in Map(state?["deals"]?["dev"])) origins[Origin.Device(device)] = deals;
        foreach (var (device, deals) in Map(state?["deals"]?[Undone])) origins[Origin.Undone(device)] = deals;
        if (Figure(state?["deals"]?[Origin.Crm]) is > 0 and var counted) origins[Origin.Crm] = counted;
        if (Figure(state?["deals"]?[CrmUndone]) is > 0 and var undone) origins[Origin.UndoneCrm] = undone;
        return new OriginFigures(Figure(record[ClosedDeals]), JsonTree.Whole(state?[ClaimedDeals]) ?? 0, origins);
    }

    private static void WriteDeals(JsonObject record, OriginFigures figures)
    {
        var state = Open(record);
        record[ClosedDeals] = figures.Total;
        var deals = new JsonObject { ["dev"] = Under(figures, Origin.DevicePrefix), [Undone] = Under(figures, Origin.Undone("")) };
        if (figures.Origins.TryGetValue(Origin.Crm, out var counted)) deals[Origin.Crm] = counted;
        if (figures.Origins.TryGetValue(Origin.UndoneCrm, out var undone)) deals[CrmUndone] = undone;
        state["deals"] = deals;
        state[ClaimedDeals] = figures.Claimed;
    }

    private static JsonObject Under(OriginFigures figures, string prefix) =>
        new(figures.Origins
            .Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(o => KeyValuePair.Create<string, JsonNode?>(o.Key[prefix.Length..], o.Value)));

    private static IEnumerable<(string Key, long Value)> Map(JsonNode? node) =>
        node is JsonObject map ? map.Select(p => (p.Key, Figure(p.Value))).Where(p => p.Item2 > 0) : [];

    // Another program may write anything: what is no count counts nothing.
    private static long Figure(JsonNode? node) => Math.Max(0, JsonTree.Whole(node) ?? 0);
}
