using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>The object as Twenty's OpenAPI document shows it, which every key may read.</summary>
internal static class OpenApiSchema
{
    /// <summary>The object of our records, or null where there is none.</summary>
    public static MetadataObject? Find(TwentyCalls calls, CancellationToken cancel)
    {
        var body = calls.Read(RemoteRequest.Get("/rest/open-api/core") with { Timeout = RemoteRequest.SchemaTimeout }, cancel);
        var schemas = body.At("components").At("schemas");
        var properties = (schemas.At("RepProgression").At("properties") ?? schemas.At("RepProgressionForResponse").At("properties")) as JsonObject;
        return properties is null ? null : new("", true, properties.ToDictionary(p => p.Key, p => new MetadataField(Type(p.Key, p.Value), true)));
    }

    private static string Type(string name, JsonNode? property) => (property.At("type").Text(), property.At("format").Text()) switch
    {
        ("number" or "integer", _) => TwentyField.Number,
        ("string", "uuid") => TwentyField.Uuid,
        ("string", _) => TwentyField.Text,
        ("object", _) => TwentyField.Json,
        // a document that leaves the type open does not contradict
        (null, _) => TwentyField.All.FirstOrDefault(f => f.Name == name)?.Type ?? TwentyField.Text,
        var (other, _) => other.ToUpperInvariant(),
    };
}
