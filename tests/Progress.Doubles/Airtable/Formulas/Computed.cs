namespace Progress.Doubles.Airtable;

/// <summary>What a field of a row says, computed or not.</summary>
internal static class Computed
{
    public static object? Value(Record row, Field field, FormulaScope scope) => field.Type switch
    {
        FieldTypes.AutoNumber => (double)row.Number,
        FieldTypes.CreatedTime => row.Created,
        FieldTypes.LastModifiedTime => Modified(row, [], scope.Switches),
        FieldTypes.Formula => (scope with { Row = row }).Evaluate(field.Formula!.Root),
        FieldTypes.Rollup or FieldTypes.Lookup or FieldTypes.Count => field.Rollup!.Of(row, scope),
        FieldTypes.Links when row[field] is List<Record> rows => new LinkedRows(rows, field.Linked!.Primary, scope),
        _ => row[field],
    };

    /// <param name="fields">Whose edits count; none means all.</param>
    public static DateTime? Modified(Record row, IReadOnlyList<Field> fields, AirtableSwitches switches) =>
        (fields.Count == 0 ? row.Modified : row.ModifiedIn(fields))
        ?? (switches.UntouchedIsModifiedWhenCreated ? row.Created : null);
}
