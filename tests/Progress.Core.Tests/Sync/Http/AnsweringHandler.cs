using System.Net;
using System.Text;

namespace Progress.Tests;

/// <summary>A network that answers each request as a function says, and keeps what was asked.</summary>
internal sealed class AnsweringHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<(string Method, Uri Uri, string? Key)> Requests { get; } = [];

    public static HttpResponseMessage Text(int status, string body, string type = "application/json", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add((request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString()));
        var response = answer(request);
        cancellationToken.ThrowIfCancellationRequested();
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Sync is synchronous.");
}
