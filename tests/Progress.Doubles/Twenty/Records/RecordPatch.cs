using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The fields of a write, checked against the object.</summary>
internal sealed class RecordPatch(ObjectDefinition type, List<(Column Column, JsonElement Json)> fields, CallContext call)
{
    public Guid? Id { get; private init; }

    public static RecordPatch Read(ObjectDefinition type, JsonElement data, CallContext call)
    {
        if (data.ValueKind != JsonValueKind.Object)
            throw ApiError.Bad("Body must be an object");
        var fields = new List<(Column, JsonElement)>();
        Guid? id = null;
        foreach (var property in data.EnumerateObject())
        {
            var column = type.Find(property.Name) ?? throw Unknown(type, property.Name, call);
            var value = ValueReader.Read(column, property.Value, call.Options.DateTimeGranularity);
            if (column.Index == ObjectDefinition.Id)
                id = (Guid?)value;
            fields.Add((column, property.Value));
        }

        return new RecordPatch(type, fields, call) { Id = id };
    }

    public static object?[] Copy(RowVersion row, ObjectDefinition type)
    {
        var values = new object?[type.Columns.Length];
        Array.Copy(row.Values!, values, row.Values!.Length);
        return values;
    }

    /// <summary>The row after the write. A caller's updatedAt stands in for the server's: that is how Twenty is.</summary>
    public object?[] Over(RowVersion row)
    {
        var values = Copy(row, type);
        values[ObjectDefinition.UpdatedAt] = call.Now;
        if (type.UpdatedBy >= 0)
            values[type.UpdatedBy] = Actor.OfKey(call.Key);
        Write(values);
        values[ObjectDefinition.Id] = row[ObjectDefinition.Id];
        return values;
    }

    public object?[] AsNew(Guid id, double position)
    {
        var values = new object?[type.Columns.Length];
        foreach (var column in type.Columns)
            values[column.Index] = Default(column);
        values[ObjectDefinition.CreatedAt] = values[ObjectDefinition.UpdatedAt] = call.Now;
        if (type.Position >= 0)
            values[type.Position] = position;
        Write(values);
        values[ObjectDefinition.Id] = id;
        if (type.CreatedBy >= 0)
            values[type.CreatedBy] = Actor.OfKey(call.Key, values[type.CreatedBy] as object?[]);
        if (type.UpdatedBy >= 0)
            values[type.UpdatedBy] = Actor.OfKey(call.Key);
        return values;
    }

    private static ApiError Unknown(ObjectDefinition type, string name, CallContext call) => call.ViaGraphQl
        ? ApiError.Bad($"Field \"{name}\" is not defined by type \"{type.SingularCapital}UpdateInput\".")
        : ApiError.Bad($"Object {type.Singular} doesn't have any \"{name}\" field.");

    private void Write(object?[] values)
    {
        foreach (var (column, json) in fields)
            values[column.Index] = Composite.Is(column.Type)
                ? ValueReader.Parts(column.Name, column.Type, json, call.Options.DateTimeGranularity, values[column.Index] as object?[])
                : ValueReader.Read(column, json, call.Options.DateTimeGranularity);
    }

    private object? Default(Column column) => column.Field.Default is not { } json
        ? null
        : (column.Type, json.ToString()) switch
        {
            (FieldType.DATE_TIME, "now") => call.Now,
            (FieldType.UUID, "uuid") => null,
            (FieldType.TEXT or FieldType.SELECT, var text) => text.Trim('\''),
            _ => ValueReader.Read(column, json, call.Options.DateTimeGranularity),
        };
}
