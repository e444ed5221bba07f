using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Progress.Doubles;

/// <summary>How the doubles write and read JSON.</summary>
internal static class JsonText
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>Not reentrant: the action must not call Write.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        buffer ??= new ArrayBufferWriter<byte>(4096);
        writer ??= new Utf8JsonWriter(buffer, WriterOptions);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        write(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static JsonElement Parse(byte[] body, string what)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException error)
        {
            throw ApiError.Bad($"{what}: {error.Message}");
        }
    }
}
