using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Reads links: ids of records of the linked table, or with typecast what their primary field says.</summary>
internal sealed class LinkReader(Call call, bool typecast)
{
    private readonly Dictionary<(Table, string), Record> made = [];

    public List<Record>? Read(Field field, JsonElement value)
    {
        var texts = value.ValueKind switch
        {
            JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) =>
                value.EnumerateArray().Select(one => one.GetString()!),
            JsonValueKind.String when typecast => [value.GetString()!],
            _ => throw CellReader.Refused(field),
        };
        var rows = texts.Select(text => Find(field, text)).Distinct().ToList();
        return rows.Count == 0 ? null : rows;
    }

    private Record Find(Field field, string text)
    {
        var linked = field.Linked!;
        if (linked.Find(text) is { } row)
            return row;
        if (IdSource.Is("rec", text))
            throw AirtableError.NoRow(text);
        if (!typecast || !call.Switches.TypecastLinksByText)
            throw CellReader.Refused(field);
        return linked.Rows.FirstOrDefault(one => CellText.Of(one[linked.Primary]) == text) ?? Made(linked, field, text);
    }

    /// <summary>A row for a text that none has; it comes into its table when the link is written.</summary>
    private Record Made(Table linked, Field field, string text)
    {
        if (!FieldTypes.IsText(linked.Primary.Type))
            throw CellReader.Refused(field);
        if (made.TryGetValue((linked, text), out var row))
            return row;
        row = linked.Make(call.Ids.Next("rec"), call.Now);
        row[linked.Primary] = text;
        made.Add((linked, text), row);
        return row;
    }
}
