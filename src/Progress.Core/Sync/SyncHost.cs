namespace Progress.Sync;

/// <summary>What sync takes from outside: the network, the environment and chance.</summary>
public sealed record SyncHost
{
    /// <summary>The host of a process.</summary>
    public static SyncHost Default { get; } = new();

    /// <summary>Makes the handler that carries requests to an address; the default is the network.</summary>
    public Func<Uri, HttpMessageHandler>? Network { get; init; }

    /// <summary>Reads an environment variable: keys, <c>PROGRESS_DEVICE</c>.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Chance, 0 to 1, for the jitter of waits.</summary>
    public Func<double> Chance { get; init; } = Random.Shared.NextDouble;

    /// <summary>Told of every request: method, address, status and duration, never a key or a body.</summary>
    public Action<string>? Trace { get; init; }
}
