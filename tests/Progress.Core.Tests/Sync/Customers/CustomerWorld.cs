using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Progress.Sync;

namespace Progress.Tests;

/// <summary>A base of Airtable with customers, and devices with stores of their own, all on one clock; today is 2026-09-30.</summary>
internal sealed class CustomerWorld : IDisposable
{
    public const string Token = "patAAAAAAAAAAAAAA.the-token-of-the-base";
    public const string Uri = "http://127.0.0.1:4003";
    public const string Assets = "Customer Assets", Table = "Customer Task Progress";

    private readonly List<CustomerDevice> devices = [];

    /// <param name="switches">How the double answers where that is not known.</param>
    /// <param name="customers">Customers with a row; the table is there in any case.</param>
    public CustomerWorld(AirtableSwitches? switches = null, params string[] customers)
    {
        Airtable = new AirtableDouble(switches, Clock);
        Airtable.AcceptToken(Token);
        Base.AddTable(Assets, ByHandField.Text("Customer ID"));
        foreach (var customer in customers) Base.Add(Assets, new Dictionary<string, object> { ["Customer ID"] = customer });
        Host = new SyncHost
        {
            Network = _ => new DoubleHandler(Airtable, (time, _) => Clock.Advance(time)),
            Variable = name => name == "AIRTABLE_API_KEY" ? Token : null,
            Chance = new Random(1).NextDouble,
            Trace = Trace.Add,
        };
    }

    public LeapingClock Clock { get; } = new("2026-09-30T12:00:00Z");

    public AirtableDouble Airtable { get; }

    public AirtableBase Base => Airtable.Base;

    public SyncHost Host { get; }

    /// <summary>A line for each request.</summary>
    public List<string> Trace { get; } = [];

    /// <summary>Progress records as people see them there.</summary>
    public IReadOnlyList<JsonObject> Records => [.. Base.Records(Table).Select(r => (JsonObject)r["fields"]!)];

    /// <summary>A device with a store of its own, connected, and with the schema there.</summary>
    public CustomerDevice Device(string name)
    {
        var device = new CustomerDevice(this, name);
        devices.Add(device);
        device.Connect();
        return device;
    }

    /// <summary>The record of a task there.</summary>
    public JsonObject Record(string task) => Base.Records(Table).Single(r => r["fields"]!["Task Name"]!.GetValue<string>() == task);

    public string Id(string task) => Record(task)["id"]!.GetValue<string>();

    public void Edit(string task, string field, object? value) => Base.Edit(Table, Id(task), new Dictionary<string, object?> { [field] = value });

    /// <summary>Text of a field of a task's record there; null where it is empty.</summary>
    public string? Cell(string task, string field) => Record(task)["fields"]![field]?.ToString();

    public void Dispose()
    {
        foreach (var device in devices) device.Dispose();
    }
}
