using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Fields as a person makes them, without the limits of the API.</summary>
internal static class HandMade
{
    public static Field Add(Table table, ByHandField field, Call call)
    {
        if (table.FindField(field.Name) is not null)
            throw new ArgumentException($"{table.Name} has a field {field.Name} already.", nameof(field));
        if (!FieldTypes.IsKnown(field.Type))
            throw new ArgumentException($"There is no type {field.Type}.", nameof(field));
        if (!FieldTypes.IsComputed(field.Type))
            return new FieldCreation(table, call).Add(Draft(table, field, call));
        var made = table.AddField(call.Ids.Next("fld"), field.Name, field.Type);
        table.Indexes.Forget();
        try
        {
            Complete(made, table, field, call);
            return made;
        }
        catch
        {
            table.Fields.Remove(made);
            throw;
        }
    }

    public static bool Remove(Table table, string name)
    {
        var field = table.KnownField(name);
        field.Inverse?.Linked?.Fields.Remove(field);
        if (field.Inverse is { } inverse)
            field.Linked!.Fields.Remove(inverse);
        table.Indexes.Forget();
        return table.Fields.Remove(field);
    }

    public static bool Retype(Table table, string name, ByHandField into, Call call)
    {
        var old = table.KnownField(name);
        var place = table.Fields.IndexOf(old);
        table.Fields.Remove(old);
        var made = Add(table, into with { Name = old.Name }, call);
        table.Fields.Remove(made);
        table.Fields.Insert(place, made);
        if (FieldTypes.IsText(made.Type))
            foreach (var row in table.Rows)
                row[made] = CellText.Of(Computed.Value(row, old, call.ScopeOf(row))) is { Length: > 0 } text ? text : null;
        return true;
    }

    private static FieldDraft Draft(Table table, ByHandField field, Call call)
    {
        object? options = field.LinkedTable is { } linked
            ? new { linkedTableId = table.Base.FindTable(linked)?.Id ?? throw new ArgumentException($"The base has no table {linked}.", nameof(field)) }
            : field.Options;
        var given = options is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(options);
        return new FieldDraft(field.Name, field.Type, null, new OptionRules(table, field.Name, field.Type, call.Switches).Check(given));
    }

    private static void Complete(Field made, Table table, ByHandField field, Call call)
    {
        if (field.Type == FieldTypes.Formula)
            SetFormula(made, table, field.FormulaText ?? throw Unsaid(field), call.Switches);
        else if (field.Type is FieldTypes.Rollup or FieldTypes.Lookup or FieldTypes.Count)
            SetRollup(made, table, field, call.Switches);
        else if (field.Type is FieldTypes.CreatedTime or FieldTypes.LastModifiedTime)
            made.ResultType = FieldTypes.DateTime;
        made.ResultType = field.ResultType ?? made.ResultType;
    }

    private static void SetFormula(Field made, Table table, string text, AirtableSwitches switches)
    {
        made.Formula = FieldFormula.Parse(table, text, switches);
        made.ResultType = FieldFormula.ResultType(made.Formula.Root);
    }

    private static void SetRollup(Field made, Table table, ByHandField field, AirtableSwitches switches)
    {
        var (linkName, name, aggregation, where) = field.Rolls ?? throw Unsaid(field);
        var link = table.KnownField(linkName);
        var linked = link.Linked ?? throw new ArgumentException($"{link.Name} is not a link.", nameof(field));
        if (aggregation is not null && !Rollup.IsKnown(aggregation))
            throw AirtableError.NotImitated($"the aggregation {aggregation}");
        var values = name is null ? null : linked.KnownField(name);
        made.Rollup = new Rollup(link, values, aggregation, where is null ? null : FieldFormula.Parse(linked, where, switches));
        made.ResultType = RollupOptions.ResultType(values, aggregation);
    }

    private static ArgumentException Unsaid(ByHandField field) => new($"A {field.Type} field needs to know what it computes.", nameof(field));
}
