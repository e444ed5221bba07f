using System.Text.Json.Nodes;

namespace Progress.Sync.Airtable;

/// <summary>A table that is there: its records as Airtable has them, by field id, and as we do, by our names.</summary>
/// <param name="Mapped">The table as we know it.</param>
/// <param name="Found">What the base has of it.</param>
internal sealed record AirtableTable(MappedDefinition Mapped, RemoteEntity Found)
{
    private readonly IReadOnlyList<RemoteField> usable = [.. Found.Fields.Where(f => f.State == FieldState.Present)];

    /// <summary>The table's id.</summary>
    public string Id => Found.Id!;

    /// <summary>The field with our key; null where the table has none.</summary>
    public RemoteField? Key { get; } = Found.Fields.FirstOrDefault(f => f.Name == Mapped.Table.Key && f.State == FieldState.Present);

    /// <summary>Ids of the fields to read.</summary>
    /// <param name="keysOnly">Whether the key is enough.</param>
    public JsonArray Wanted(bool keysOnly) => new([.. (keysOnly ? [Key ?? usable[0]] : usable).Select(f => JsonValue.Create(f.Id))]);

    /// <summary>A record with our names; a field that is empty is null, one that is not there is left out.</summary>
    public RemoteRecord Record(JsonObject row)
    {
        var cells = row.At("fields");
        var fields = new JsonObject();
        foreach (var field in usable) fields[field.Name] = Value(cells.At(field.Id!));
        // each record has it, whether the table shows it or not, and with the time of day
        if (Named(AirtableType.CreatedTime) is { } created && row.At("createdTime").Text() is { } time) fields[created] = time;
        var modified = Named(AirtableType.ModifiedTime) is { } name ? fields.At(name).Time() : null;
        var key = Key is null ? "" : Mapped.Table.Normal(fields.At(Key.Name).Text());
        return new(row.At("id").Text() ?? "", key, fields, modified) { CreatedAt = row.At("createdTime").Time() };
    }

    /// <summary>The values to write, by field id: what is not there, or is Airtable's own, is left out.</summary>
    /// <param name="write">The write.</param>
    /// <param name="byKey">Whether the record is found by its key, which then goes with it.</param>
    public JsonObject Body(RecordWrite write, bool byKey)
    {
        var body = new JsonObject();
        foreach (var field in usable)
            if (IsWritable(field) && write.Fields.TryGetPropertyValue(field.Name, out var value))
                body[field.Id!] = ForCell(field, value);
        if (byKey) body[NeedKey().Id!] = Mapped.Table.Normal(write.Key);
        return body;
    }

    /// <summary>The field with our key.</summary>
    /// <exception cref="RemoteException"><see cref="RemoteFault.UnknownField"/>: the table has none.</exception>
    public RemoteField NeedKey() => Key ?? throw Without(Mapped.Table.Key);

    /// <summary>Says that a field is not there without which nothing can be done.</summary>
    public RemoteException Without(string field) => new(
        RemoteFault.UnknownField,
        $"The table \"{Mapped.Title}\" in Airtable has no usable field \"{Mapped.TitleOf(field)}\", without which its records are not recognised. "
        + "Initialize-CrmSchema adds it, or says what to do.");

    /// <summary>A field that we wrote and that is not usable any more; null for none.</summary>
    public RemoteField? Lost(AirtableTable now) =>
        now.Found.Fields.FirstOrDefault(f => f.State != FieldState.Present && usable.Any(u => u.Name == f.Name && IsWritable(u)));

    /// <summary>The ids that requests name.</summary>
    public string Ids => string.Join(' ', usable.Select(f => f.Id).Prepend(Id));

    public static bool IsWritable(RemoteField field) => !AirtableType.IsComputed(field.Found ?? field.Type);

    private string? Named(string type) => Mapped.Table.Fields.FirstOrDefault(f => f.Type == type)?.Name;

    /// <summary>A formula that cannot be worked out has an object in the place of a value: it is empty to us.</summary>
    private static JsonNode? Value(JsonNode? cell) => cell is JsonObject broken && (broken.ContainsKey("error") || broken.ContainsKey("specialValue"))
        ? null : cell?.DeepClone();

    private static JsonNode? ForCell(RemoteField field, JsonNode? value) => field.Type switch
    {
        // an empty text would be a new option
        AirtableType.Select when value.Text() is "" => null,
        // a time of day is refused
        AirtableType.Date when value.Text() is { Length: > 10 } time && time[10] is 'T' or ' ' => JsonValue.Create(time[..10]),
        // an option that is not there would hold up the whole record; the schema lists it
        AirtableType.Selects when value is JsonArray names =>
            new JsonArray([.. names.Where(n => n.Text() is { } name && field.Choices?.Contains(name) != false).Select(n => n!.DeepClone())]),
        _ => value?.DeepClone(),
    };
}
