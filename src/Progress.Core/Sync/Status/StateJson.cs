using System.Text.Json;
using Progress.Json;

namespace Progress.Sync;

/// <summary>How what is known of a sync stands in the store: tolerant, since another version may have written it.</summary>
internal static class StateJson
{
    public static string? Write<T>(T? value) where T : class => value is null ? null : JsonSerializer.Serialize(value, OutputJson.Compact);

    /// <summary>Null where there is none, or none that this version understands: the next pass writes it again.</summary>
    public static T? Read<T>(string? json) where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<T>(json, OutputJson.Compact);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
