using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>Objects and fields as JSON.</summary>
internal static class MetadataJson
{
    public static JsonObject Of(ObjectDefinition type, bool withFields)
    {
        var json = new JsonObject
        {
            ["id"] = type.ObjectId, ["nameSingular"] = type.Singular, ["namePlural"] = type.Plural,
            ["labelSingular"] = type.LabelSingular, ["labelPlural"] = type.LabelPlural,
            ["description"] = type.Description, ["icon"] = type.Icon, ["isCustom"] = type.IsCustom,
            ["isActive"] = type.IsActive, ["isSystem"] = type.IsSystem, ["isRemote"] = false,
            ["labelIdentifierFieldMetadataId"] = type.Fields.FirstOrDefault(field => field.Name is "name" or "title")?.Id,
            ["createdAt"] = Iso.Milliseconds(type.Created), ["updatedAt"] = Iso.Milliseconds(type.Created),
        };
        if (withFields)
            json["fields"] = new JsonArray([.. type.Fields.Select(field => Of(type, field))]);
        return json;
    }

    public static JsonObject Of(ObjectDefinition type, FieldDefinition field) => new()
    {
        ["id"] = field.Id, ["name"] = field.Name, ["label"] = field.Label, ["type"] = field.Type.ToString(),
        ["description"] = field.Description, ["icon"] = field.Icon, ["isCustom"] = field.IsCustom,
        ["isActive"] = true, ["isSystem"] = field.IsSystem, ["isNullable"] = field.IsNullable,
        ["isUnique"] = field.IsUnique || field.Name == "id",
        ["defaultValue"] = Node(field.Default), ["options"] = Node(field.Options), ["settings"] = Node(field.Settings),
        ["objectMetadataId"] = type.ObjectId,
        ["createdAt"] = Iso.Milliseconds(field.CreatedAt), ["updatedAt"] = Iso.Milliseconds(field.CreatedAt),
    };

    private static JsonNode? Node(System.Text.Json.JsonElement? json) => json is { } value ? JsonNode.Parse(value.GetRawText()) : null;
}
