using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>Reads the body of an answer: no more than we take, and JSON that can be used without further faults.</summary>
internal static class ReplyBody
{
    /// <summary>Most bytes of an answer.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of an answer's JSON.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>The body's bytes; null where there are more than <see cref="MaxBytes"/>.</summary>
    public static byte[]? Read(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > MaxBytes) return null;
        using var body = response.Content.ReadAsStream(cancel);
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        // a synchronous read cannot be stopped by its time limit
        while (body.ReadAsync(buffer, cancel).AsTask().GetAwaiter().GetResult() is var read and > 0)
        {
            if (all.Length + read > MaxBytes) return null;
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    /// <summary>The body without a key that a service may echo in what it says.</summary>
    public static byte[]? Without(string key, byte[]? body) => body is null || body.AsSpan().IndexOf(Encoding.ASCII.GetBytes(key)) < 0
        ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(key, "***", StringComparison.Ordinal));

    /// <summary>The JSON of a body.</summary>
    /// <exception cref="JsonException">It is none, is nested too deep, or has text that is no Unicode.</exception>
    public static JsonNode? Parse(byte[] body)
    {
        try
        {
            return Node(JsonDocument.Parse(body, Options).RootElement);
        }
        catch (InvalidOperationException notUnicode)
        {
            throw new JsonException("text that is no Unicode", notUnicode);
        }
    }

    /// <summary>Whether a body is a web page.</summary>
    public static bool IsMarkup(byte[] body) => body.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..];

    // JsonNode.Parse would put off the fault of a doubled key or of bad text until somebody reads it; here the last key holds
    private static JsonNode? Node(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in value.EnumerateObject()) members[member.Name] = Node(member.Value);
                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. value.EnumerateArray().Select(Node)]);
            case JsonValueKind.String:
                return JsonValue.Create(value.GetString());
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(value);
        }
    }
}
