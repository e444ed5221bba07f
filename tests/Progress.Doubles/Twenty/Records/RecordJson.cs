using System.Text.Json;

namespace Progress.Doubles;

/// <summary>Records as the JSON of the REST API.</summary>
internal static class RecordJson
{
    /// <param name="fields">The columns to show; null shows all.</param>
    public static void Write(
        Utf8JsonWriter json, ObjectDefinition type, RowVersion row, EmptyText empty, HashSet<string>? fields = null)
    {
        json.WriteStartObject();
        foreach (var column in type.Columns)
        {
            if (fields is not null && column.Index != ObjectDefinition.Id && !fields.Contains(column.Name))
                continue;
            json.WritePropertyName(column.Name);
            ValueWriter.Write(json, column.Type, row[column.Index], empty);
        }

        json.WriteEndObject();
    }

    public static void WriteAll(
        Utf8JsonWriter json, ObjectDefinition type, IEnumerable<RowVersion> rows, EmptyText empty, HashSet<string>? fields = null)
    {
        json.WriteStartArray();
        foreach (var row in rows)
            Write(json, type, row, empty, fields);
        json.WriteEndArray();
    }
}
