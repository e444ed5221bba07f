using System.Text.Json;

namespace Progress.Doubles;

/// <summary>A field as a caller describes it.</summary>
internal static class FieldInput
{
    public static readonly string[] Keys =
    [
        "objectMetadataId", "type", "name", "label", "icon", "description", "isNullable", "isUnique", "defaultValue",
        "settings", "options", "isLabelSyncedWithName", "relationCreationPayload",
    ];

    public static FieldDefinition Read(JsonElement input, CallContext call)
    {
        var fields = new MetadataInput(input, Keys);
        var name = fields.Required("name");
        var type = Type(fields.Required("type"));
        var field = new FieldDefinition(call.NewId(), name, type, fields.Required("label"))
        {
            IsCustom = true, IsNullable = fields.Flag("isNullable", fallback: true), IsUnique = fields.Flag("isUnique"),
            Description = fields.Text("description"), Icon = fields.Text("icon"), Settings = fields.Value("settings"),
            Options = fields.Value("options"), HasJoinColumn = type == FieldType.RELATION, CreatedAt = call.Now,
            Default = Default(fields.Value("defaultValue"), type),
        };
        if (type is FieldType.SELECT or FieldType.MULTI_SELECT && field.Options is not { ValueKind: JsonValueKind.Array })
            throw ApiError.Bad("Options are required for enum fields");
        if (type == FieldType.RELATION && fields.Value("relationCreationPayload") is null)
            throw ApiError.Bad("Relation creation payload is required");
        return field;
    }

    private static FieldType Type(string name)
    {
        if (!Enum.TryParse<FieldType>(name, out var type) || !Enum.IsDefined(type) || char.IsAsciiDigit(name[0]))
            throw ApiError.Bad($"type must be one of the following values: {string.Join(", ", Enum.GetNames<FieldType>())}");
        return type switch
        {
            FieldType.NUMERIC => throw ApiError.Bad("\"Numeric\" field type is not supported. Use NUMBER instead."),
            FieldType.POSITION or FieldType.TS_VECTOR or FieldType.MORPH_RELATION or FieldType.FILES =>
                throw ApiError.Bad($"Field type {type} cannot be created."),
            _ => type,
        };
    }

    /// <summary>Texts are written as SQL writes them, in quotes.</summary>
    private static JsonElement? Default(JsonElement? value, FieldType type)
    {
        if (value is not { } given)
            return null;
        var ok = type switch
        {
            FieldType.TEXT or FieldType.SELECT => given.ValueKind == JsonValueKind.String && given.GetString() is ['\'', .., '\''],
            FieldType.NUMBER => given.ValueKind == JsonValueKind.Number,
            FieldType.BOOLEAN => given.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => true,
        };
        return ok ? given : throw ApiError.Bad($"Invalid default value \"{given}\" for type {type}");
    }
}
