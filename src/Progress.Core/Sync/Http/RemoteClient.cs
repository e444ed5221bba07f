using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly;

namespace Progress.Sync;

/// <summary>Sends requests to one remote, through its gate, and repeats what may be repeated.</summary>
/// <remarks>Redirects are not followed, so the key goes to the connection's own address only. The key is asked for at each request.</remarks>
/// <param name="root">The connection's address.</param>
/// <param name="key">Tells the key; null for a remote that wants none.</param>
/// <param name="gate">Who lets calls through.</param>
/// <param name="clock">What time limits and waits go by.</param>
/// <param name="host">Network, chance and trace.</param>
/// <param name="faults">What an answer complains of: called for each answer that is JSON, and for those with a status from 400 on that are not.</param>
internal sealed class RemoteClient(
    Uri root, Func<string?>? key, ICallGate gate, TimeProvider clock, SyncHost host, Func<RemoteReply, RemoteException?> faults) : IDisposable
{
    private readonly HttpClient http = new(host.Network?.Invoke(root) ?? Network()) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ResiliencePipeline reads = RemoteRepeats.Reads(clock, host.Chance), writes = RemoteRepeats.Writes(clock);
    private readonly RemoteWords words = new(root);

    /// <summary>What waits go by.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Host and port of the connection, for messages.</summary>
    public string Host => root.Authority;

    /// <summary>The JSON that the remote answers.</summary>
    /// <exception cref="RemoteException">It was not carried out as asked, or nobody knows.</exception>
    public JsonNode Send(RemoteRequest request, CancellationToken cancel) => Ask(request, cancel).Body!;

    /// <summary>The same with the answer's headers.</summary>
    public RemoteReply Ask(RemoteRequest request, CancellationToken cancel) =>
        (request.Repeatable ? reads : writes).Execute(token => Once(request, token), cancel);

    public void Dispose() => http.Dispose();

    private RemoteReply Once(RemoteRequest request, CancellationToken cancel)
    {
        using var message = Message(request);
        gate.Wait(1, cancel);
        var started = clock.GetTimestamp();
        try
        {
            var reply = Exchange(request, message, cancel);
            Trace(request, reply.Status.ToString(), started);
            if (faults(reply) is { } fault) throw fault;
            if (reply.Status >= 500) throw words.ServerError(request, reply.Status, !request.Repeatable, reply.RetryAfter);
            if (!reply.IsSuccess) throw words.Unexpected(request, reply.Status);
            return reply.Body is null ? throw words.NotJson(request, reply.Status, null, !request.Repeatable) : reply;
        }
        catch (RemoteException fault)
        {
            if (fault.Fault == RemoteFault.Throttled) gate.Refused(fault.RetryAfter, fault.PerMinute);
            else Trace(request, fault.Fault.ToString(), started);
            throw;
        }
    }

    private RemoteReply Exchange(RemoteRequest request, HttpRequestMessage message, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(request.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            using var response = http.Send(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = ReplyBody.Read(response, either.Token);
            return Reply(request, response, message.Headers.Authorization?.Parameter is { } sent ? ReplyBody.Without(sent, body) : body);
        }
        catch (Exception cut) when (either.IsCancellationRequested && cut is not RemoteException)
        {
            cancel.ThrowIfCancellationRequested();
            throw words.TooSlow(request, !request.Repeatable);
        }
        catch (HttpRequestException cut)
        {
            throw words.Unreachable(cut, !request.Repeatable && WasSent(cut));
        }
        catch (Exception cut) when (cut is IOException or InvalidDataException)
        {
            throw words.Unreachable(cut, !request.Repeatable);
        }
    }

    private RemoteReply Reply(RemoteRequest request, HttpResponseMessage response, byte[]? body)
    {
        var status = (int)response.StatusCode;
        var maybeDone = !request.Repeatable && status is < 300 or >= 500;
        if (status is >= 300 and < 400) throw words.Redirected(request, response.Headers.Location);
        if (body is null) throw words.TooLarge(request, maybeDone);
        var headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        var reply = new RemoteReply(status, headers, null);
        // a gateway may refuse a call as one too many in its own words
        if (status != 429 && ReplyBody.IsMarkup(body)) throw words.WebPage(request, status, maybeDone);
        try
        {
            return reply with { Body = body.Length == 0 ? null : ReplyBody.Parse(body) };
        }
        catch (JsonException broken)
        {
            if (status >= 500) throw words.ServerError(request, status, maybeDone);
            return status >= 400 ? reply : throw words.NotJson(request, status, broken, maybeDone);
        }
    }

    private HttpRequestMessage Message(RemoteRequest request)
    {
        var message = new HttpRequestMessage(request.Method, root.AbsoluteUri.TrimEnd('/') + request.Address);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("Progress", null));
        if (key is not null) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key(key()));
        if (request.Body is null) return message;
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body.ToJsonString()));
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return message;
    }

    private string Key(string? given)
    {
        if (string.IsNullOrWhiteSpace(given)) throw words.NoKey();
        var trimmed = given.Trim();
        return trimmed.All(c => c is > ' ' and < '\x7f') ? trimmed : throw words.BadKey();
    }

    private void Trace(RemoteRequest request, string outcome, long started) =>
        host.Trace?.Invoke($"{request}: {outcome}, {clock.GetElapsedTime(started).TotalMilliseconds:0} ms");

    private static bool WasSent(HttpRequestException cut) => cut.HttpRequestError is not
        (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);

    private static SocketsHttpHandler Network() => new()
    {
        AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), AutomaticDecompression = System.Net.DecompressionMethods.All,
    };
}
