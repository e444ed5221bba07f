using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>The cells of one record of a request.</summary>
internal sealed class RecordPatch(IReadOnlyDictionary<Field, object?> cells)
{
    public IReadOnlyDictionary<Field, object?> Cells => cells;

    public static RecordPatch Read(Table table, JsonElement record, CellReader reader, IReadOnlyList<Field>? keys = null)
    {
        if (!record.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Object)
            throw AirtableError.MissingFields("fields");
        var cells = new Dictionary<Field, object?>();
        foreach (var property in fields.EnumerateObject())
        {
            var field = table.KnownField(property.Name);
            cells[field] = keys?.Contains(field) == true ? reader.ReadKey(field, property.Value) : reader.Read(field, property.Value);
        }

        return new RecordPatch(cells);
    }
}
