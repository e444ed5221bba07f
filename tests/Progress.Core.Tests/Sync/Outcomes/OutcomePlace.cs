using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Reps;

namespace Progress.Tests;

/// <summary>A workspace in which opportunities won are deals, and done visits are appointments.</summary>
internal sealed class OutcomePlace : IDisposable
{
    public const string Deals = """{ "object": "opportunities", "owner": "ownerId", "at": "closeDate", "when": { "stage": ["WON", "CUSTOMER"] } }""";
    public const string Visits = """{ "object": "visits", "owner": "hostId", "at": "endsAt", "when": { "isCanceled": ["false"] } }""";

    public OutcomePlace(TwentyOptions? options = null, int seed = 1)
    {
        World = new SyncWorld(options, seed).Members("Ana", "Ben");
        World.Twenty.DefineObject("visit", "visits", ("hostId", FieldType.UUID), ("endsAt", FieldType.DATE_TIME), ("isCanceled", FieldType.BOOLEAN));
    }

    public SyncWorld World { get; }

    public SyncDevice Device(string name, bool isMapped = true)
    {
        var device = World.Device(name).Prepare();
        if (!isMapped) return device;
        device.Set("twenty.deals", Deals);
        device.Set("twenty.appointments", Visits);
        return device;
    }

    public void Opportunity(string name, string? rep = "Ana", string stage = "WON", string? closed = "2026-09-20T10:00:00Z") =>
        World.Twenty.Put("opportunities", SyncWorld.Id(name), new { name, stage, closeDate = closed, ownerId = rep is null ? (Guid?)null : SyncWorld.Id(rep) });

    public void Visit(string name, string ends, bool isCanceled = false, string rep = "Ana") =>
        World.Twenty.Put("visits", SyncWorld.Id(name), new { name, endsAt = ends, isCanceled, hostId = SyncWorld.Id(rep) });

    public void Change(string name, object fields) => World.Twenty.Put("opportunities", SyncWorld.Id(name), fields);

    public void Trash(string name, bool isIn = true) => Change(name, new { deletedAt = isIn ? IsoText.Utc(World.Clock.GetUtcNow().UtcDateTime) : null });

    /// <summary>What Twenty holds of a rep's deals.</summary>
    public long RemoteDeals(string rep) => (long)(Record(rep)?["closedDeals"]?.GetValue<double>() ?? 0);

    /// <summary>What the state of a rep's record claims, e.g. <c>xp.crm</c>.</summary>
    public long Claimed(string rep, string part, string name) => Record(rep)?["syncState"]?[part]?[name]?.GetValue<long>() ?? 0;

    public JsonObject? Record(string rep) =>
        World.Twenty.Records("repProgressions").SingleOrDefault(r => r["workspaceMemberId"]!.GetValue<string>() == SyncWorld.Id(rep).ToString() && r["deletedAt"] is null);

    public void Pass(TimeSpan time) => World.Clock.Advance(time);

    public void Dispose() => World.Dispose();
}
