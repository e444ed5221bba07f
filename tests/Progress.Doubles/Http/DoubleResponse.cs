using System.Text;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>How much of the answer reaches the caller.</summary>
public enum Delivery
{
    Whole,
    Nothing,
    Half,

    /// <summary>The first half at once, the rest after the delay.</summary>
    Slow,
}

public sealed record DoubleResponse(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly Dictionary<string, string> JsonHeaders =
        new(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json; charset=utf-8" };

    /// <summary>Time that passes before the answer is sent, or the rest of it.</summary>
    public TimeSpan Delay { get; init; }

    public Delivery Delivery { get; init; }

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    public static DoubleResponse OfJson(int status, byte[] body) => new(status, JsonHeaders, body);

    public static DoubleResponse OfText(int status, string contentType, string body) => new(
        status,
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = contentType },
        Encoding.UTF8.GetBytes(body));

    public static DoubleResponse Empty(int status) =>
        new(status, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), []);

    public DoubleResponse With(params (string Name, string Value)[] headers)
    {
        var all = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
            all[name] = value;
        return this with { Headers = all };
    }
}
