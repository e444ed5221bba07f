using System.Net;

namespace Progress.Doubles;

/// <summary>Lets an HttpClient talk to a double without sockets.</summary>
/// <param name="wait">What a delay does; by default the calling thread waits for real. Tests advance their clock.</param>
public sealed class DoubleHandler(IDouble target, Action<TimeSpan, CancellationToken>? wait = null) : HttpMessageHandler
{
    private readonly Action<TimeSpan, CancellationToken> wait = wait ?? ((time, stop) => stop.WaitHandle.WaitOne(time));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        return Answer(request, body.ToArray(), cancellationToken);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return Answer(request, body, cancellationToken);
    }

    private HttpResponseMessage Answer(HttpRequestMessage message, byte[] body, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var response = target.Handle(Read(message, body));
        if (response.Delay > TimeSpan.Zero && response.Delivery != Delivery.Slow)
            wait(response.Delay, stop);
        stop.ThrowIfCancellationRequested();
        if (response.Delivery == Delivery.Nothing)
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded,
                "An error occurred while sending the request.",
                new IOException("The response ended prematurely."));
        return Write(message, response, stop);
    }

    private static DoubleRequest Read(HttpRequestMessage message, byte[] body)
    {
        var uri = message.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in message.Headers.NonValidated)
            headers[name] = values.ToString();
        if (message.Content is { } content)
            foreach (var (name, values) in content.Headers.NonValidated)
                headers[name] = values.ToString();
        var query = uri.Query;
        return new DoubleRequest(
            message.Method.Method,
            Uri.UnescapeDataString(uri.AbsolutePath),
            query.Length > 0 ? query[1..] : "",
            headers,
            body);
    }

    private HttpResponseMessage Write(HttpRequestMessage message, DoubleResponse response, CancellationToken stop)
    {
        HttpContent content = response.Delivery switch
        {
            Delivery.Half => new StreamContent(new CutStream(response.Body)),
            Delivery.Slow => new StreamContent(new SlowStream(response.Body, () => wait(response.Delay, stop))),
            _ => new ByteArrayContent(response.Body),
        };
        var answer = new HttpResponseMessage((HttpStatusCode)response.Status) { RequestMessage = message, Content = content };
        foreach (var (name, value) in response.Headers)
            if (!answer.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }
}
