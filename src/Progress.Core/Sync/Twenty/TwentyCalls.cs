using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>Sends requests to Twenty, with its one rule more: a refusal without known words is asked once again where that does no harm.</summary>
internal sealed class TwentyCalls(RemoteClient http) : IDisposable
{
    public string Host => http.Host;

    public TimeProvider Clock => http.Clock;

    /// <param name="request">The request.</param>
    /// <param name="harmless">Whether a second one does no harm although an answer to the first may be lost, e.g. because it has a condition.</param>
    /// <param name="cancel">Stops it.</param>
    public JsonNode Send(RemoteRequest request, bool harmless, CancellationToken cancel)
    {
        try
        {
            return http.Send(request, cancel);
        }
        catch (RemoteException unknown) when (harmless && unknown is { Fault: RemoteFault.Refused, MayHaveBeenDone: true })
        {
            return http.Send(request, cancel);
        }
    }

    public JsonNode Read(RemoteRequest request, CancellationToken cancel) => Send(request, true, cancel);

    /// <summary>Sends a GraphQL document to the data or the metadata endpoint; its <c>data</c>.</summary>
    public JsonNode GraphQl(string path, string document, JsonObject variables, bool repeatable, TimeSpan timeout, CancellationToken cancel)
    {
        var body = new JsonObject { ["query"] = document, ["variables"] = variables };
        var request = new RemoteRequest(HttpMethod.Post, path) { Body = body, Repeatable = repeatable, Timeout = timeout };
        return Send(request, true, cancel).At("data") ?? throw Shapeless(path, !repeatable);
    }

    public void Dispose() => http.Dispose();

    /// <summary>An answer without what every release of Twenty answers there.</summary>
    public RemoteException Shapeless(string path, bool maybeDone) => new(
        RemoteFault.BadAnswer, $"{Host} answers {path} with JSON that is not Twenty's. Check -Uri, and the version with Test-CrmSchema.")
    { MayHaveBeenDone = maybeDone };
}
