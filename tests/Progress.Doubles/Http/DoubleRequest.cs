using System.Text;

namespace Progress.Doubles;

/// <param name="Path">Decoded path, starting with a slash.</param>
/// <param name="Query">The query as sent, still encoded, without the question mark.</param>
/// <param name="Headers">Compared without regard to case.</param>
public sealed record DoubleRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly byte[] NoBody = [];

    /// <summary>A request as a client with an API key writes it.</summary>
    /// <param name="target">Path and query, encoded.</param>
    public static DoubleRequest Of(string method, string target, string? key = null, string? json = null)
    {
        var split = target.IndexOf('?');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (key is not null)
            headers["Authorization"] = $"Bearer {key}";
        if (json is not null)
            headers["Content-Type"] = "application/json";
        return new DoubleRequest(
            method,
            Uri.UnescapeDataString(split < 0 ? target : target[..split]),
            split < 0 ? "" : target[(split + 1)..],
            headers,
            json is null ? NoBody : Encoding.UTF8.GetBytes(json));
    }

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
