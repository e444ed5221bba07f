using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Tables and fields as the schema shows them.</summary>
internal static class SchemaJson
{
    public static void Write(Utf8JsonWriter json, Table table, AirtableSwitches switches, bool showsVisible)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Id);
        json.WriteString("name", table.Name);
        json.WriteString("primaryFieldId", table.Primary.Id);
        if (table.Description is not null)
            json.WriteString("description", table.Description);
        json.WriteStartArray("fields");
        foreach (var field in table.Fields)
            Write(json, field, switches);
        json.WriteEndArray();
        json.WriteStartArray("views");
        foreach (var view in table.Views)
            WriteView(json, table, view, showsVisible);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Field field, AirtableSwitches switches)
    {
        json.WriteStartObject();
        json.WriteString("id", field.Id);
        json.WriteString("name", field.Name);
        json.WriteString("type", field.Type);
        if (field.Description is not null)
            json.WriteString("description", field.Description);
        FieldOptions.Write(json, field, switches);
        json.WriteEndObject();
    }

    private static void WriteView(Utf8JsonWriter json, Table table, View view, bool showsVisible)
    {
        json.WriteStartObject();
        json.WriteString("id", view.Id);
        json.WriteString("name", view.Name);
        json.WriteString("type", "grid");
        if (showsVisible)
        {
            json.WriteStartArray("visibleFieldIds");
            table.Fields.ForEach(field => json.WriteStringValue(field.Id));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
