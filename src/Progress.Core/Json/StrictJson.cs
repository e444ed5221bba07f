using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Progress.Json;

/// <summary>Reads a JSON document that a person wrote, strictly.</summary>
/// <remarks>
/// Comments and trailing commas are allowed. Unknown and doubled keys, wrong types, nulls where the type knows none and
/// missing required members (<c>required</c>, or constructor parameters without a default) are all refused at once, each with
/// file, line, JSON path, value and what is allowed.
/// </remarks>
public static class StrictJson
{
    /// <summary>camelCase names, enums as camelCase text, <c>yyyy-MM-dd</c> dates, <c>HH:mm</c> times, unknown members refused.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Reads <paramref name="json"/> as a <typeparamref name="T"/>.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What the text came from, as messages name it: a path.</param>
    /// <param name="errorId">Id of the exception, e.g. <c>InvalidSettings</c>.</param>
    /// <param name="kind">Kind of the exception.</param>
    /// <exception cref="ProgressException">With the id and kind given: one line for each thing that is wrong.</exception>
    public static T Read<T>(string json, string source, string errorId, ErrorKind kind = ErrorKind.InvalidData)
        where T : notnull
    {
        var problems = new JsonProblems(json, source, errorId, kind);
        var value = Read<T>(json, problems);
        problems.ThrowIfAny();
        return value!;
    }

    /// <summary>As <see cref="Read{T}(string,string,string,ErrorKind)"/>, noting problems; null where there are any.</summary>
    internal static T? Read<T>(string json, JsonProblems problems) where T : notnull
    {
        var utf8 = JsonSpot.Bytes(json);
        try
        {
            new StrictCheck(utf8, problems).Document(JsonSpot.Parse(utf8), typeof(T));
            return problems.Any ? default : JsonSerializer.Deserialize<T>(utf8, Options);
        }
        catch (JsonException broken)
        {
            problems.AddAt((int)(broken.LineNumber ?? 0) + 1, Describe(broken, json));
            return default;
        }
    }

    private static string Describe(JsonException broken, string json)
    {
        if (string.IsNullOrWhiteSpace(json)) return "the file is empty. Allowed: a JSON document.";
        var cause = broken.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
        return broken.Path is { Length: > 0 } path
            ? $"the value at {path} cannot be used: {cause}"
            : $"not JSON at byte {broken.BytePositionInLine + 1} of the line: {cause}";
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new HourMinuteConverter() },
        };
        options.MakeReadOnly();
        return options;
    }
}
