using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Progress.Json;

/// <summary>The one serialiser of all <c>--json</c> output.</summary>
/// <remarks>
/// The cmdlet's property names in camelCase, times in UTC with <c>Z</c>, dates <c>yyyy-MM-dd</c>, enums by their C# names, null
/// for no data, letters of every script as they are (emoji as <c>\u</c> pairs). A number that is not finite is a
/// fault of the program and throws.
/// </remarks>
public static class OutputJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(), new UtcTimeConverter(), new UtcOffsetTimeConverter() },
    };

    /// <summary>The same on one line, as the audit keeps values.</summary>
    internal static JsonSerializerOptions Compact { get; } = new(Options) { WriteIndented = false };

    /// <summary>Writes one document on a line of its own, for streams.</summary>
    public static void WriteLine(TextWriter writer, object? value)
    {
        writer.Write(JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), Compact));
        writer.Write('\n');
    }

    /// <summary>Writes one document, indented, and a line end: an array for a list, an object for an object.</summary>
    public static void Write(TextWriter writer, object? value)
    {
        // Line ends inside text are escaped, so every CR here is one of Windows' indentation.
        writer.Write(JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), Options).Replace("\r\n", "\n"));
        writer.Write('\n');
    }
}
