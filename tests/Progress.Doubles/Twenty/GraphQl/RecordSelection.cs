using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The fields of a record that were asked for.</summary>
internal static class RecordSelection
{
    public static void Check(ObjectDefinition type, Selection owner)
    {
        foreach (var selection in Required(owner, type.SingularCapital))
        {
            if (selection.Name == "__typename")
                continue;
            var column = type.Find(selection.Name)
                ?? throw ApiError.Invalid($"Cannot query field \"{selection.Name}\" on type \"{type.SingularCapital}\".");
            if (Composite.Is(column.Type))
                CheckParts(column, selection);
            else
                None(selection, column.Type.ToString());
        }
    }

    public static void Write(Utf8JsonWriter json, ObjectDefinition type, RowVersion row, List<Selection> selections, EmptyText empty)
    {
        json.WriteStartObject();
        foreach (var selection in selections)
        {
            json.WritePropertyName(selection.Alias);
            if (selection.Name == "__typename")
                json.WriteStringValue(type.SingularCapital);
            else
                WriteColumn(json, type.Find(selection.Name)!, row, selection, empty);
        }

        json.WriteEndObject();
    }

    /// <summary>The selections of a field that must have some.</summary>
    public static List<Selection> Required(Selection owner, string type) => owner.Selections
        ?? throw ApiError.Invalid($"Field \"{owner.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{owner.Name} {{ ... }}\"?");

    public static void None(Selection owner, string type)
    {
        if (owner.Selections is not null)
            throw ApiError.Invalid($"Field \"{owner.Name}\" must not have a selection since type \"{type}\" has no subfields.");
    }

    private static void CheckParts(Column column, Selection owner)
    {
        foreach (var part in Required(owner, column.Type.ToString()))
            if (part.Name != "__typename" && Composite.Find(column.Type, part.Name) < 0)
                throw ApiError.Invalid($"Cannot query field \"{part.Name}\" on type \"{column.Type}\".");
    }

    private static void WriteColumn(Utf8JsonWriter json, Column column, RowVersion row, Selection selection, EmptyText empty)
    {
        var value = row[column.Index];
        if (!Composite.Is(column.Type) || value is not object?[] parts)
        {
            ValueWriter.Write(json, column.Type, value, empty);
            return;
        }

        json.WriteStartObject();
        foreach (var part in selection.Selections!)
        {
            json.WritePropertyName(part.Alias);
            var index = Composite.Find(column.Type, part.Name);
            if (index < 0)
                json.WriteStringValue(column.Type.ToString());
            else
                ValueWriter.WriteSingle(json, parts[index]);
        }

        json.WriteEndObject();
    }
}
