using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <content>What tests do to the workspace without a request.</content>
public sealed partial class TwentyDouble
{
    private static readonly ApiKey Owner = new(StableId.Of("owner"), "Owner", Role.Admin, DateTimeOffset.MaxValue);
    private static readonly ApiKey Academy = new(StableId.Of("academy"), "RedHawk Academy", Role.Admin, DateTimeOffset.MaxValue);

    /// <summary>A program that writes progressions beside ours.</summary>
    public OtherWriter OtherWriter => new(this);

    /// <summary>All records of an object, trashed ones too, in the order of ids.</summary>
    public IReadOnlyList<JsonObject> Records(string plural) => Within((space, _) =>
    {
        var table = Known(space, plural);
        return table.Rows.Where(row => row.Exists).OrderBy(row => row.Id).Select(row => JsonNode.Parse(
            JsonText.Write(json => RecordJson.Write(json, table.Type, row.Current!, Options.EmptyText)))!.AsObject()).ToList();
    });

    public JsonObject? Record(string plural, Guid id) =>
        Records(plural).FirstOrDefault(record => record["id"]!.GetValue<string>() == id.ToString());

    /// <summary>Creates a custom object with fields, without the metadata API.</summary>
    public void DefineObject(string singular, string plural, params (string Name, FieldType Type)[] fields)
    {
        Within((space, call) => new DataModel(space).CreateObject(
            JsonSerializer.SerializeToElement(new { nameSingular = singular, namePlural = plural, labelSingular = singular, labelPlural = plural }),
            call with { Options = call.Options with { MetadataDelayMs = 0 } }));
        foreach (var (name, type) in fields)
            DefineField(singular, name, type);
    }

    public void DefineField(string singular, string name, FieldType type) => Within((space, call) => new DataModel(space).CreateField(
        JsonSerializer.SerializeToElement(new
        {
            objectMetadataId = space.BySingular(singular)!.Type.ObjectId, name, label = name, type = type.ToString(),
        }),
        call));

    /// <summary>Removes a field with its values, as an administrator might.</summary>
    public void DropField(string singular, string name) => Within((space, _) =>
    {
        var type = space.BySingular(singular)!.Type;
        new DataModel(space).DeleteField(type, type.Fields.First(field => field.Name == name));
        return true;
    });

    /// <summary>repProgressions with the fields of the seed, as the metadata API reports them in production: sets as TEXT.</summary>
    public void DefineSeedProgressions() => DefineObject(
        "repProgression", "repProgressions",
        ("workspaceMemberId", FieldType.TEXT), ("totalXp", FieldType.NUMBER), ("currentLevel", FieldType.NUMBER),
        ("currentRank", FieldType.TEXT), ("closedDeals", FieldType.NUMBER), ("badges", FieldType.TEXT), ("streakDays", FieldType.NUMBER));

    public void AddMember(Guid id, string firstName, string lastName, string timeZone = "system") => Put("workspaceMembers", id, new
    {
        name = new { firstName, lastName }, timeZone, locale = "en",
    });

    /// <param name="member">Null makes a note as an API key or a workflow does, without an author.</param>
    /// <param name="updatedAt">Now by default.</param>
    public void AddNote(Guid id, string title, DateTimeOffset createdAt, Guid? member = null, DateTimeOffset? updatedAt = null) =>
        Put("notes", id, new { title, createdAt, updatedAt = updatedAt ?? clock.GetUtcNow() }, member);

    public void EditNote(Guid id, string title) => Put("notes", id, new { title });

    public void TrashNote(Guid id) => Put("notes", id, new { deletedAt = clock.GetUtcNow() });

    public void RestoreNote(Guid id) => Put("notes", id, new { deletedAt = (string?)null });

    /// <summary>Creates or changes a record as a person in the user interface does.</summary>
    public void Put(string plural, Guid id, object fields, Guid? author = null) => Within((space, call) =>
    {
        var table = Known(space, plural);
        var patch = RecordPatch.Read(table.Type, JsonSerializer.SerializeToElement(fields), call);
        var row = table.At(id);
        var values = row.Exists ? patch.Over(row.Current!) : patch.AsNew(id, table.NextPosition++);
        var actor = Actor.OfMember(author, NameOf(space, author));
        if (!row.Exists && table.Type.CreatedBy >= 0)
            values[table.Type.CreatedBy] = actor;
        if (table.Type.UpdatedBy >= 0)
            values[table.Type.UpdatedBy] = actor;
        row.Set(values, call.Now, call.KeepSince);
        return true;
    });

    internal T Inside<T>(Func<Workspace, CallContext, T> act) => Within((space, call) => act(space, call with { Key = Academy }));

    private static Table Known(Workspace space, string plural) =>
        space.ByPlural(plural) ?? throw new ArgumentException($"The workspace has no object {plural}.", nameof(plural));

    private static string NameOf(Workspace space, Guid? member) =>
        member is { } id && space.ByPlural("workspaceMembers") is { } members && members.FindExisting(id) is { } row
            && row.Current![members.Type.Find("name")!.Index] is object?[] name
            ? $"{name[0]} {name[1]}"
            : "";

    private T Within<T>(Func<Workspace, CallContext, T> act)
    {
        lock (gate)
            return act(workspace, new CallContext(Owner, Now, Options, random, Fault: null));
    }
}
