using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>A network that takes requests and never answers.</summary>
internal sealed class HangingNetwork : HttpMessageHandler
{
    private readonly ManualResetEventSlim asked = new(), released = new();

    /// <summary>Whether it also does not hear when a request is given up.</summary>
    public bool IsDeaf { get; init; }

    /// <summary>Whether a request was given up.</summary>
    public bool WasCut { get; private set; }

    public SyncHost Host(SyncHost host) => host with { Network = _ => this };

    public void AwaitRequest() => Assert.True(asked.Wait(TimeSpan.FromSeconds(60)), "Nothing was asked.");

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        asked.Set();
        if (IsDeaf) released.Wait(CancellationToken.None);
        else WasCut = cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
        throw new OperationCanceledException(cancellationToken);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        released.Set();
        base.Dispose(disposing);
    }
}
