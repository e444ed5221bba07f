using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>What the metadata endpoints take and give, alike for REST and GraphQL.</summary>
internal static class MetadataBodies
{
    public static JsonObject Object => new()
    {
        ["nameSingular"] = TwentyField.Singular,
        ["namePlural"] = TwentyField.Plural,
        ["labelSingular"] = TwentyField.Label1,
        ["labelPlural"] = TwentyField.Label2,
        ["description"] = "XP, level and rank of each sales rep",
        ["icon"] = "IconTrophy",
        ["isLabelSyncedWithName"] = false,
    };

    public static JsonObject Field(string objectId, TwentyField field) => new()
    {
        ["objectMetadataId"] = objectId,
        ["type"] = field.Type,
        ["name"] = field.Name,
        ["label"] = field.Label,
        ["description"] = field.Description,
        ["isNullable"] = true,
        ["isLabelSyncedWithName"] = false,
    };

    public static MetadataObject Describe(JsonObject found, IEnumerable<JsonObject> fields)
    {
        var known = new Dictionary<string, MetadataField>(StringComparer.Ordinal);
        foreach (var field in fields)
            if (field.At("name").Text() is { } name && field.At("type").Text() is { } type)
                known[name] = new(type, IsActive(field));
        return new(found.At("id").Text() ?? "", IsActive(found), known);
    }

    private static bool IsActive(JsonObject part) => part.At("isActive") is not { } active || active.IsTrue();
}
