using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles.Airtable;

/// <summary>A field that was checked and can be added.</summary>
internal sealed record FieldDraft(string Name, string Type, string? Description, JsonElement Options);

/// <summary>Adds fields to a table as far as the API can.</summary>
internal sealed class FieldCreation(Table table, Call call)
{
    public Field Create(JsonElement body)
    {
        var draft = Check(body);
        if (table.Fields.Exists(field => string.Equals(field.Name, draft.Name, StringComparison.OrdinalIgnoreCase)))
            throw DuplicateName(draft.Name);
        return Add(draft);
    }

    public FieldDraft Check(JsonElement body)
    {
        var input = SchemaInput.Read(body);
        if (input.Name is null || input.Name.Trim().Length == 0)
            throw DuplicateName(input.Name ?? "");
        if (input.Type is null || !FieldTypes.IsKnown(input.Type))
            throw AirtableError.Unknown($"There is no type {input.Type}.");
        return new FieldDraft(
            input.Name, input.Type, input.Description, new OptionRules(table, input.Name, input.Type, call.Switches).Check(input.Options));
    }

    public Field Add(FieldDraft draft)
    {
        var formula = draft.Type == FieldTypes.Formula
            ? FieldFormula.Parse(table, draft.Options.GetProperty("formula").GetString()!, call.Switches)
            : null;
        var field = table.AddField(call.Ids.Next("fld"), draft.Name, draft.Type);
        field.Description = draft.Description;
        field.Formula = formula;
        switch (draft.Type)
        {
            case FieldTypes.SingleSelect or FieldTypes.MultipleSelects:
                foreach (var choice in draft.Options.GetProperty("choices").EnumerateArray())
                    field.Choices.Add(new Choice(
                        call.Ids.Next("sel"), choice.GetProperty("name").GetString()!,
                        choice.TryGetProperty("color", out var color) ? color.GetString() : null));
                break;
            case FieldTypes.Links:
                Link(field, table.Base.FindTable(draft.Options.GetProperty("linkedTableId").GetString()!)!);
                break;
            case FieldTypes.Formula:
                field.ResultType = FieldFormula.ResultType(formula!.Root);
                break;
            case FieldTypes.Rollup or FieldTypes.Lookup or FieldTypes.Count:
                field.Rollup = RollupOptions.Read(table, draft.Type, draft.Options, field);
                break;
            default:
                field.Options = draft.Options.EnumerateObject().Any() ? JsonObject.Create(draft.Options) : null;
                break;
        }

        table.Indexes.Forget();
        return field;
    }

    public static AirtableError DuplicateName(string name) =>
        new(422, "DUPLICATE_OR_EMPTY_FIELD_NAME", $"The field name \"{name}\" is empty or taken.");

    /// <summary>The other table gets a field that shows who links to it, under the name of this one; a table's own does not.</summary>
    private void Link(Field field, Table linked)
    {
        field.Linked = linked;
        if (linked == table)
            return;
        var name = table.Name;
        for (var number = 2; linked.FindField(name) is not null; number++)
            name = $"{table.Name} {number}";
        var inverse = linked.AddField(call.Ids.Next("fld"), name, FieldTypes.Links);
        (inverse.Linked, inverse.Inverse, field.Inverse) = (table, field, inverse);
    }
}
