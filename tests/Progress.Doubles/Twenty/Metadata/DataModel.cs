using System.Text.Json;

namespace Progress.Doubles;

/// <summary>Changes of the objects and fields of the workspace.</summary>
internal sealed class DataModel(Workspace workspace)
{
    private static readonly string[] ObjectKeys =
    [
        "nameSingular", "namePlural", "labelSingular", "labelPlural", "description", "icon", "shortcut", "isRemote",
        "isLabelSyncedWithName", "skipNameField",
    ];

    private const string OwnFields =
        "name:TEXT createdBy:ACTOR updatedBy:ACTOR position:POSITION searchVector:TS_VECTOR " +
        "<timelineActivities <attachments <noteTargets <taskTargets";

    public ObjectDefinition CreateObject(JsonElement input, CallContext call)
    {
        var fields = new MetadataInput(input, ObjectKeys);
        var (singular, plural) = (fields.Required("nameSingular"), fields.Required("namePlural"));
        var (labelSingular, labelPlural) = (fields.Required("labelSingular"), fields.Required("labelPlural"));
        CheckNames(singular, plural);
        if (fields.Flag("isLabelSyncedWithName") && (singular != NameRules.CamelCase(labelSingular) || plural != NameRules.CamelCase(labelPlural)))
            throw ApiError.Bad($"Name is not synced with label. Expected name: \"{NameRules.CamelCase(labelSingular)}\", got {singular}");
        var own = StandardObjects.Fields(singular, OwnFields, isSystem: false).Where(field => field.Name != "name" || !fields.Flag("skipNameField"));
        var definition = new ObjectDefinition(
            call.NewId(), singular, plural,
            [.. StandardObjects.Base.Concat(own).Select(field => field with { Id = call.NewId(), CreatedAt = call.Now })])
        {
            LabelSingular = labelSingular, LabelPlural = labelPlural, Description = fields.Text("description"),
            Icon = fields.Text("icon"), IsCustom = true, Created = call.Now,
        };
        workspace.Add(definition);
        workspace.ByPlural(plural)!.VisibleFrom = call.Now.AddMilliseconds(call.Options.MetadataDelayMs);
        return definition;
    }

    public ObjectDefinition UpdateObject(ObjectDefinition old, JsonElement input)
    {
        var fields = new MetadataInput(input, [.. ObjectKeys, "isActive"]);
        if (fields.Text("nameSingular") is { } singular && singular != old.Singular)
            throw ApiError.Bad("Renaming objects is not imitated by this double.");
        var changed = old.With(
            fields.Text("labelSingular") ?? old.LabelSingular, fields.Text("labelPlural") ?? old.LabelPlural,
            fields.Text("description") ?? old.Description, fields.Text("icon") ?? old.Icon,
            fields.Flag("isActive", old.IsActive));
        workspace.Replace(changed);
        return changed;
    }

    public void DeleteObject(ObjectDefinition definition)
    {
        if (!definition.IsCustom)
            throw ApiError.Bad("Standard Objects can't be deleted");
        workspace.Remove(definition);
    }

    public FieldDefinition CreateField(JsonElement input, CallContext call)
    {
        var field = FieldInput.Read(input, call);
        var owner = Owner(input);
        NameRules.Check(field.Name);
        if (owner.Takes(field.Name) || (field.ColumnName is { } column && owner.Takes(column)))
            throw ApiError.Bad($"Name \"{field.Name}\" is not available as it is already used by another field");
        workspace.Replace(owner.With([.. owner.Fields, field]));
        return field;
    }

    public FieldDefinition UpdateField(ObjectDefinition owner, FieldDefinition old, JsonElement input)
    {
        var fields = new MetadataInput(input, [.. FieldInput.Keys, "isActive"]);
        var changed = old with
        {
            Label = fields.Text("label") ?? old.Label, Description = fields.Text("description") ?? old.Description,
            Icon = fields.Text("icon") ?? old.Icon, IsUnique = fields.Flag("isUnique", old.IsUnique),
        };
        workspace.Replace(owner.With([.. owner.Fields.Select(field => field.Id == old.Id ? changed : field)]));
        return changed;
    }

    public void DeleteField(ObjectDefinition owner, FieldDefinition field)
    {
        if (!field.IsCustom)
            throw ApiError.Bad("Standard Fields can't be deleted");
        var table = workspace.ByPlural(owner.Plural)!;
        var gone = owner.Columns.First(column => column.Field.Id == field.Id).Index;
        workspace.Replace(owner.With([.. owner.Fields.Where(known => known.Id != field.Id)]));
        foreach (var row in table.Rows.Where(row => row.Exists))
            row.Set([.. row.Current!.Values!.Where((_, index) => index != gone)], row.Current.At, keepSince: null);
    }

    private ObjectDefinition Owner(JsonElement input) =>
        input.TryGetProperty("objectMetadataId", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var guid)
            ? workspace.ById(guid) ?? throw new ApiError(404, "NotFoundException", "Object metadata not found")
            : throw ApiError.Bad("objectMetadataId must be a UUID");

    private void CheckNames(string singular, string plural)
    {
        NameRules.Check(singular);
        NameRules.Check(plural);
        if (singular == plural)
            throw ApiError.Bad($"The singular and plural names cannot be the same for an object: {singular}");
        foreach (var name in new[] { singular, plural })
            if (workspace.BySingular(name) is not null || workspace.ByPlural(name) is not null)
                throw ApiError.Bad($"Object already exists: the name \"{name}\" is used by another object");
    }
}
