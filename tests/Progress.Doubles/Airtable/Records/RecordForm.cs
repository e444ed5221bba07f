using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>How records are to be shown.</summary>
/// <param name="Fields">Null shows all.</param>
internal sealed record RecordForm(IReadOnlyList<Field>? Fields = null, bool ByFieldId = false, bool AsText = false, bool CommentCount = false)
{
    public void Write(Utf8JsonWriter json, Table table, Record row, Call call)
    {
        json.WriteStartObject();
        WriteInside(json, table, row, call);
        json.WriteEndObject();
    }

    public void WriteList(Utf8JsonWriter json, Table table, IEnumerable<Record> rows, Call call)
    {
        json.WriteStartArray("records");
        foreach (var row in rows)
            Write(json, table, row, call);
        json.WriteEndArray();
    }

    private void WriteInside(Utf8JsonWriter json, Table table, Record row, Call call)
    {
        json.WriteString("id", row.Id);
        json.WriteString("createdTime", Iso.Milliseconds(row.Created));
        var scope = call.ScopeOf(row);
        json.WriteStartObject("fields");
        foreach (var field in Fields ?? table.Fields)
        {
            var value = Computed.Value(row, field, scope);
            if (CellWriter.IsEmpty(value))
                continue;
            json.WritePropertyName(ByFieldId ? field.Id : field.Name);
            if (AsText)
                json.WriteStringValue(CellText.Of(value));
            else
                CellWriter.Write(json, field, value);
        }

        json.WriteEndObject();
        if (CommentCount)
            json.WriteNumber("commentCount", 0);
    }
}
