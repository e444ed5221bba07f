using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Changes of names, descriptions and formulas; nothing else of a table or field can be changed.</summary>
internal static class SchemaChanges
{
    private static readonly string[] OfTable = ["name", "description"];
    private static readonly string[] OfField = ["name", "description", "options"];

    public static Table Update(Table table, JsonElement body)
    {
        var input = Read(body, OfTable);
        if (input.Name is { } name)
        {
            if (name.Length == 0 || table.Base.Tables.Exists(one => one != table && Same(one.Name, name)))
                throw new AirtableError(422, "DUPLICATE_TABLE_NAME", $"The table name \"{name}\" is empty or taken.");
            table.Name = name;
        }

        table.Description = input.Description ?? table.Description;
        return table;
    }

    public static Field Update(Table table, Field field, JsonElement body, AirtableSwitches switches)
    {
        var input = Read(body, OfField);
        var formula = input.Options is { } options ? Formula(table, field, options, switches) : field.Formula;
        if (input.Name is { } name)
        {
            if (name.Trim().Length == 0 || table.Fields.Exists(one => one != field && Same(one.Name, name)))
                throw FieldCreation.DuplicateName(name);
            field.Name = name;
        }

        (field.Description, field.Formula) = (input.Description ?? field.Description, formula);
        return field;
    }

    private static FormulaText Formula(Table table, Field field, JsonElement options, AirtableSwitches switches)
    {
        if (field.Type != FieldTypes.Formula || options.ValueKind != JsonValueKind.Object || options.EnumerateObject().Any(one => one.Name != "formula")
            || !options.TryGetProperty("formula", out var text) || text.ValueKind != JsonValueKind.String)
            throw AirtableError.Unknown("Of options only the formula of a formula field can be changed.");
        var formula = FieldFormula.Parse(table, text.GetString()!, switches);
        return formula.Fields.Contains(field) ? throw AirtableError.Unknown("A formula cannot name its own field.") : formula;
    }

    private static SchemaInput Read(JsonElement body, string[] known) => body.EnumerateObject().All(one => known.Contains(one.Name))
        ? SchemaInput.Read(body)
        : throw AirtableError.Unknown($"What can be changed is {string.Join(", ", known)}.");

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
