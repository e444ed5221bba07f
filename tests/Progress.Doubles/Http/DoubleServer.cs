using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Progress.Doubles;

/// <summary>A double behind a real socket on the loopback address.</summary>
public sealed class DoubleServer : IDisposable
{
    /// <summary>Above what any double takes, so that it is the double that refuses.</summary>
    private const int LongestRequestLine = 64 * 1024;

    private readonly WebApplication app;
    private readonly IDouble target;

    /// <param name="port">0 takes any free port.</param>
    public DoubleServer(IDouble target, int port = 0)
    {
        this.target = target;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.AddServerHeader = false;
        });
        app = builder.Build();
        app.Run(Serve);
        app.StartAsync().GetAwaiter().GetResult();
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public void Dispose()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        app.StopAsync(atOnce.Token).GetAwaiter().GetResult();
        app.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private async Task Serve(HttpContext context)
    {
        var response = target.Handle(await Read(context.Request));
        var isSlow = response.Delivery == Delivery.Slow;
        if (response.Delay > TimeSpan.Zero && !isSlow)
            await Task.Delay(response.Delay, context.RequestAborted);
        if (response.Delivery == Delivery.Nothing)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            context.Response.Headers[name] = value;
        context.Response.ContentLength = response.Body.Length;
        var sent = response.Delivery == Delivery.Whole ? response.Body.Length : response.Body.Length / 2;

        // Kestrel closes the connection behind a body that is shorter than was said.
        await context.Response.Body.WriteAsync(response.Body.AsMemory(0, sent));
        if (!isSlow)
            return;
        await context.Response.Body.FlushAsync();
        await Task.Delay(response.Delay, context.RequestAborted);
        await context.Response.Body.WriteAsync(response.Body.AsMemory(sent));
    }

    private static async Task<DoubleRequest> Read(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers)
            headers[name] = values.ToString();
        var query = request.QueryString.Value ?? "";
        return new DoubleRequest(
            request.Method, request.Path.Value ?? "/", query.Length > 0 ? query[1..] : "", headers, body.ToArray());
    }
}
