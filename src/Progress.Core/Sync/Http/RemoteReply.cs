using System.Globalization;
using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>An answer of a remote, read and within its limits.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">Its headers, by name whatever the case.</param>
/// <param name="Body">Its JSON; null where the body is empty or no JSON.</param>
internal sealed record RemoteReply(int Status, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>How long the answer asks to wait, in its <c>Retry-After</c>; null where it does not say so in seconds.</summary>
    public TimeSpan? RetryAfter =>
        double.TryParse(Header("Retry-After"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400 * 366
            ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
