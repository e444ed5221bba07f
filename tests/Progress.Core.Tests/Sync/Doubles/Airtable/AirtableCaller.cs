using System.Text.Json;
using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>A caller of an Airtable double with a token, in process: a base with two linked tables as a person makes them.</summary>
internal sealed class AirtableCaller
{
    public const string Tasks = "Tasks";
    public const string Customers = "Customers";

    public AirtableCaller(AirtableSwitches? switches = null, string now = "2026-10-01T12:00:00Z", bool isLimited = false, int seed = 1)
    {
        Clock = new TestClock(now);
        switches ??= new AirtableSwitches();
        Airtable = new AirtableDouble(isLimited ? switches : switches with { PerSecond = 0, TokenPerSecond = 0 }, Clock, seed);
        Token = Airtable.Token();
        Base.AddTable(Customers, ByHandField.Text("Customer ID"), ByHandField.Text("Name"));
        Base.AddTable(
            Tasks,
            ByHandField.Text("Task Name"), ByHandField.Text("SyncKey"), new ByHandField("Notes", "multilineText"),
            ByHandField.Select("Status", "not_started", "in_progress", "completed"), ByHandField.MultipleSelects("Tools", "icp", "none"),
            ByHandField.Number("Impact"), ByHandField.Date("Done"), new ByHandField("Urgent", "checkbox", new { icon = "check", color = "greenBright" }),
            new ByHandField("Due", "dateTime", new { dateFormat = new { name = "iso" }, timeFormat = new { name = "24hour" }, timeZone = "Europe/Rome" }),
            ByHandField.Link("Customer", Customers));
    }

    public TestClock Clock { get; }

    public AirtableDouble Airtable { get; }

    public AirtableBase Base => Airtable.Base;

    public string? Token { get; set; }

    public string Root => $"/v0/{Base.Id}";

    public string Meta => $"/v0/meta/bases/{Base.Id}/tables";

    public DoubleResponse Get(string target) => Send("GET", target);

    public DoubleResponse Post(string target, object body) => Send("POST", target, body);

    public DoubleResponse Patch(string target, object body) => Send("PATCH", target, body);

    public DoubleResponse Put(string target, object body) => Send("PUT", target, body);

    public DoubleResponse Delete(string target) => Send("DELETE", target);

    public DoubleResponse Send(string method, string target, object? body = null) => Airtable.Handle(DoubleRequest.Of(
        method, target, Token, body is null or string ? (string?)body : JsonSerializer.Serialize(body)));

    /// <summary>Makes a record over the API.</summary>
    public string Create(object fields, string table = Tasks) => Post($"{Root}/{table}", new { fields }).Json["id"]!.GetValue<string>();

    public JsonObject Fields(string record, string table = Tasks) => Base.Record(table, record)!["fields"]!.AsObject();

    /// <summary>The records of a list, whose parameters are given unencoded.</summary>
    public IReadOnlyList<JsonNode> List(params (string Name, string Value)[] parameters) =>
        [.. Page(parameters).Json["records"]!.AsArray().Select(record => record!)];

    public DoubleResponse Page(params (string Name, string Value)[] parameters) => Get($"{Root}/{Tasks}?{Query(parameters)}");

    /// <summary>The names of the tasks that a filter finds, sorted.</summary>
    public string Found(string formula) => string.Join(
        ' ', List(("filterByFormula", formula)).Select(record => record["fields"]!["Task Name"]!.GetValue<string>()).Order(StringComparer.Ordinal));

    public DoubleResponse Upsert(params object[] fields) => Upsert(["SyncKey"], fields);

    public DoubleResponse Upsert(string[] keys, params object[] fields) => Patch($"{Root}/{Tasks}", new
    {
        performUpsert = new { fieldsToMergeOn = keys },
        records = fields.Select(one => new { fields = one }),
    });

    private static string Query((string Name, string Value)[] parameters) =>
        string.Join('&', parameters.Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}"));
}
