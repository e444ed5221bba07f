using System.Text.Json.Nodes;

namespace Progress.Sync.Airtable;

/// <summary>Tables and fields as the API takes them to make them.</summary>
internal static class FieldBodies
{
    /// <summary>A table with its own fields, the primary one first; links and formulas are added to it afterwards.</summary>
    public static JsonObject Table(MappedDefinition table)
    {
        var own = table.Table.Fields.Where(f => IsMade(table, f) && f.Type is not (AirtableType.Link or AirtableType.Formula))
            .OrderBy(f => f.Name != table.Table.Primary);
        return new JsonObject
        {
            ["name"] = table.Title, ["description"] = table.Table.Description, ["fields"] = new JsonArray([.. own.Select(f => Field(table, f, null))]),
        };
    }

    /// <summary>Whether the API makes the field, or may.</summary>
    public static bool IsMade(MappedDefinition table, FieldDefinition field) =>
        !AirtableType.IsByHand(field.Type) && (!AirtableType.IsSelect(field.Type) || table.ChoicesOf(field).Count > 0);

    /// <param name="table">The table.</param>
    /// <param name="field">The field.</param>
    /// <param name="linked">Of a link, the id of the table to which it leads.</param>
    public static JsonObject Field(MappedDefinition table, FieldDefinition field, string? linked)
    {
        var body = new JsonObject { ["name"] = table.TitleOf(field.Name), ["type"] = field.Type, ["description"] = field.Description };
        if (Options(table, field, linked) is { } options) body["options"] = options;
        return body;
    }

    private static JsonObject? Options(MappedDefinition table, FieldDefinition field, string? linked) => field.Type switch
    {
        AirtableType.Number => new() { ["precision"] = 0 },
        AirtableType.Date => new() { ["dateFormat"] = new JsonObject { ["name"] = "iso" } },
        AirtableType.Select or AirtableType.Selects => new()
        {
            ["choices"] = new JsonArray([.. table.ChoicesOf(field).Distinct().Select(c => new JsonObject { ["name"] = c })]),
        },
        AirtableType.Link => new() { ["linkedTableId"] = linked },
        AirtableType.Formula => new() { ["formula"] = table.FormulaOf(field) },
        _ => null,
    };
}
