using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>One request to a remote.</summary>
/// <param name="Method">Its verb.</param>
/// <param name="Path">Its path below the connection's address, escaped, starting with a slash.</param>
internal sealed record RemoteRequest(HttpMethod Method, string Path)
{
    /// <summary>Time limit of requests that change a schema.</summary>
    public static readonly TimeSpan SchemaTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Parameters, not escaped.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    /// <summary>The JSON to send.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Whether carrying it out twice is the same as once.</summary>
    public bool Repeatable { get; init; }

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Path and parameters as they travel.</summary>
    public string Address => Query.Count == 0
        ? Path
        : $"{Path}?{string.Join('&', Query.Select(q => $"{Uri.EscapeDataString(q.Name)}={Uri.EscapeDataString(q.Value)}"))}";

    /// <summary>As a trace shows it: parameters without their values.</summary>
    public override string ToString() =>
        Query.Count == 0 ? $"{Method} {Path}" : $"{Method} {Path}?{string.Join('&', Query.Select(q => q.Name))}";

    /// <summary>A read.</summary>
    public static RemoteRequest Get(string path, params (string Name, string Value)[] query) =>
        new(HttpMethod.Get, path) { Query = query, Repeatable = true };
}
