using System.Text.Json.Nodes;

namespace Progress.Sync.Airtable;

/// <summary>The requests that we send to Airtable.</summary>
internal sealed class AirtableCalls(RemoteClient http, AirtableMap map, Uri root) : IDisposable
{
    // people copy the address with the version of the API or without
    private readonly string version = root.AbsolutePath.TrimEnd('/').EndsWith("/v0", StringComparison.Ordinal) ? "" : "/v0";

    public string Host => http.Host;

    public AirtableMap Map => map;

    /// <summary>Whether the token is good, whatever it may do.</summary>
    public JsonNode WhoAmI(CancellationToken cancel) => http.Send(RemoteRequest.Get($"{version}/meta/whoami"), cancel);

    /// <summary>The tables of the base, with their fields.</summary>
    public IReadOnlyList<JsonObject> Tables(CancellationToken cancel) =>
        http.Send(RemoteRequest.Get(Meta), cancel).At("tables") is JsonArray tables ? [.. tables.Objects()] : throw Shapeless("the tables", false);

    /// <summary>A page of records. By POST, as a filter may be longer than an address.</summary>
    public RemoteReply List(string table, JsonObject query, CancellationToken cancel)
    {
        var path = $"{version}/{map.Base}/{table}/listRecords";
        return http.Ask(new RemoteRequest(HttpMethod.Post, path) { Body = query, Repeatable = true }, cancel);
    }

    /// <summary>Changes records by id, and others by their key, which adds those that are not there: twice is the same as once.</summary>
    public JsonNode Patch(string table, JsonObject records, CancellationToken cancel) =>
        http.Send(new RemoteRequest(HttpMethod.Patch, $"{version}/{map.Base}/{table}") { Body = records, Repeatable = true }, cancel);

    public void CreateTable(JsonObject table, CancellationToken cancel) => http.Send(Creation(Meta, table), cancel);

    public void CreateField(string table, JsonObject field, CancellationToken cancel) => http.Send(Creation($"{Meta}/{table}/fields", field), cancel);

    public void Dispose() => http.Dispose();

    /// <summary>An answer without what Airtable answers there.</summary>
    public RemoteException Shapeless(string what, bool maybeDone) => new(
        RemoteFault.BadAnswer, $"{Host} answers {what} of {map.Base} with JSON that is not Airtable's. Check -Uri (https://api.airtable.com).")
    { MayHaveBeenDone = maybeDone };

    private string Meta => $"{version}/meta/bases/{map.Base}/tables";

    private static RemoteRequest Creation(string path, JsonObject body) =>
        new(HttpMethod.Post, path) { Body = body, Timeout = RemoteRequest.SchemaTimeout };
}
