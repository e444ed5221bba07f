using System.Text.Json;
using Progress.Json;
using Progress.Settings;

namespace Progress.Sync;

/// <summary>Writes connections into the user's own settings file, and leaves the rest of it as it is.</summary>
internal static class ConnectionFile
{
    public static void Write(string storeFolder, IReadOnlyList<ConnectionSettings> connections) =>
        SettingsStore.Set(SettingsStore.Own(storeFolder), storeFolder, "connections", connections.Count == 0 ? null : Json(connections));

    /// <summary>A connection a line.</summary>
    private static string Json(IEnumerable<ConnectionSettings> connections) =>
        $"[\n    {string.Join(",\n    ", connections.Select(Json))}\n  ]";

    private static string Json(ConnectionSettings connection)
    {
        var members = JsonSerializer.SerializeToNode(connection, StrictJson.Options)!.AsObject();
        return $"{{ {string.Join(", ", members.Where(m => m.Value is not null).Select(m => $"\"{m.Key}\": {m.Value!.ToJsonString()}"))} }}";
    }
}
