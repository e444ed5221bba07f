using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Progress.Reps;
using Progress.Sync;
using Progress.Sync.Airtable;

namespace Progress.Tests;

/// <summary>A base with customers that people keep there, our table, and three records in it.</summary>
internal sealed class AirtablePlace : RemotePlace
{
    public const string Secret = "patExampleOfAToken.0123456789abcdef0123456789abcdef";

    public const string BaseId = "appA1b2C3d4E5f6G7";

    public const string Tasks = "Customer Task Progress", Assets = "Customer Assets";

    public static readonly IReadOnlyList<string> Keys = [.. Enumerable.Range(1, 3).Select(i => Id($"record {i}"))];

    private static readonly AirtableSwitches Unlimited = new() { PerSecond = 0, TokenPerSecond = 0 };

    public AirtablePlace(string position = "standard", bool overHttp = false, bool ready = true, AirtableSwitches? switches = null, params (string Entity, MappedTable Table)[] names)
        : base(clock => new AirtableDouble(switches ?? Positions[position], clock), overHttp)
    {
        Airtable.AcceptToken(Secret);
        Base = Airtable.AddBase("Customers", BaseId);
        Map = AirtableMap.Of(BaseId, RemoteMapping.None with { Tables = names.ToDictionary(n => n.Entity, n => n.Table) });
        if (!ready) return;
        Base.AddTable(Assets, ByHandField.Text("Customer ID"), ByHandField.Text("Company"));
        foreach (var customer in (string[])["CUST_01", "CUST_02", "CUST_03"]) Base.Add(Assets, Cells(("Customer ID", customer)));
        Provider.Create(default);
        foreach (var key in Keys) Base.Add(Tasks, Cells(("Task Name", $"Task of {key}"), ("Status", "completed"), ("SyncKey", key)));
        Settle();
        Journal.Clear();
    }

    /// <summary>Every position of every switch, and limits that several tests need.</summary>
    public static IReadOnlyDictionary<string, AirtableSwitches> Positions { get; } = new Dictionary<string, AirtableSwitches>(AirtablePositions.All(Unlimited))
    {
        ["limited"] = new(),
        ["limited, and locked longer"] = new() { RefusalsExtendLock = true, RateLimitEnvelope = RateLimitEnvelope.Array, RetryAfter = true },
        ["answers lost"] = Unlimited with { DropAfterCommit = 3 },
    };

    public AirtableDouble Airtable => (AirtableDouble)Double;

    public AirtableBase Base { get; }

    public AirtableMap Map { get; }

    public override FaultPlan Faults => Airtable.Faults;

    public override Journal Journal => Airtable.Journal;

    public override string Key => Secret;

    public override (string Entity, IReadOnlyList<string> Keys) Readable => (EntityNames.TaskProgress, Keys);

    public static string Id(string name) => NamedGuid.Create(Guid.Empty, name).ToString("D");

    public static JsonObject Cells(params (string Name, JsonNode? Value)[] cells) => new(cells.Select(c => KeyValuePair.Create(c.Name, c.Value)));

    /// <summary>What a table is called.</summary>
    public static MappedTable Names(string? title, Dictionary<string, string>? fields = null) => new(title, fields ?? [], new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Customer Assets where recommendations offer these.</summary>
    public static (string, MappedTable) Offers(params string[] tasks) => (
        EntityNames.CustomerAsset,
        new(null, new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>> { [CustomerTables.NextTasks] = tasks }));

    /// <summary>Time passes, so that what changes next changes later.</summary>
    public void Settle() => Clock.Advance(TimeSpan.FromMinutes(5));

    /// <summary>A write of a record that is found by its key.</summary>
    public static RecordWrite ByKey(string key, params (string Name, JsonNode? Value)[] cells) => new(key, "", Cells(cells), null);

    /// <summary>A write of a record that is known by its id.</summary>
    public static RecordWrite ById(string id, params (string Name, JsonNode? Value)[] cells) => new("", id, Cells(cells), null);

    public IReadOnlyList<WriteOutcome> Write(params RecordWrite[] writes) => Provider.Write(EntityNames.TaskProgress, writes, default);

    /// <summary>Our records there, by key; one that has none is left out.</summary>
    public ILookup<string, JsonObject> Rows => Base.Records(Tasks).Where(r => r["fields"]!["SyncKey"] is not null)
        .ToLookup(r => r["fields"]!["SyncKey"]!.GetValue<string>(), r => r["fields"]!.AsObject());

    public string RecordId(string key) => Base.Records(Tasks).Single(r => r["fields"]!["SyncKey"]?.GetValue<string>() == key)["id"]!.GetValue<string>();

    public List<RemoteRecord> Changes(string entity = EntityNames.TaskProgress) => [.. Provider.Changes(entity, null, default).SelectMany(p => p.Records)];

    protected override ISyncProvider Open() => new AirtableProvider(Root, () => Secret, Gate, Clock, Host, Map);
}
