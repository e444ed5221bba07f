using System.Text.Json;
using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>An Airtable double behind a real socket, and the official client that talks to it.</summary>
internal sealed class NpmPlace : IDisposable
{
    private readonly NpmClient client;
    private readonly DoubleServer server;

    public NpmPlace(NpmClient client, AirtableSwitches? switches = null, Func<AirtableDouble, IDouble>? behind = null)
    {
        this.client = client;
        Caller = new AirtableCaller(switches);
        server = new DoubleServer(behind is null ? Caller.Airtable : behind(Caller.Airtable));
    }

    public AirtableCaller Caller { get; }

    public AirtableDouble Airtable => Caller.Airtable;

    /// <summary>What the scenario gives.</summary>
    /// <param name="input">What it takes beside address, token, base and table.</param>
    public JsonNode Value(string scenario, object? input = null, string table = AirtableCaller.Tasks)
    {
        var outcome = Run(scenario, input, table);
        return outcome["value"] ?? throw new InvalidOperationException($"The client refused: {outcome.ToJsonString()}");
    }

    /// <summary>What the client rejects the scenario with.</summary>
    public JsonNode Refusal(string scenario, object? input = null, string table = AirtableCaller.Tasks)
    {
        var outcome = Run(scenario, input, table);
        return outcome["refused"] ?? throw new InvalidOperationException($"The client did not refuse: {outcome.ToJsonString()}");
    }

    public void ShouldRefuse(string error, int statusCode, string scenario, object? input = null, string table = AirtableCaller.Tasks)
    {
        var refused = Refusal(scenario, input, table);
        Assert.Equal((error, statusCode), (refused["error"]?.GetValue<string>(), refused["statusCode"]?.GetValue<int>()));
    }

    public void Dispose() => server.Dispose();

    private JsonNode Run(string scenario, object? input, string table)
    {
        var all = input is null ? [] : JsonSerializer.SerializeToNode(input)!.AsObject();
        foreach (var (name, value) in new (string, string?)[]
        {
            ("address", server.Address.GetLeftPart(UriPartial.Authority)), ("token", Caller.Token), ("base", Caller.Base.Id), ("table", table),
        })
            all.TryAdd(name, value);
        return client.Run(scenario, all);
    }
}
