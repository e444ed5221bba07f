namespace Progress.Sync.Airtable;

/// <summary>What a person enters in Airtable to add what the API does not make.</summary>
internal sealed class FieldByHand(AirtableMap map)
{
    /// <summary>What to do to add a table.</summary>
    public static string Table(MappedDefinition table) =>
        $"add a table \"{table.Title}\" whose first field is \"{table.TitleOf(table.Table.Primary)}\" of type Single line text";

    /// <summary>What to do to add a field.</summary>
    /// <param name="table">The table.</param>
    /// <param name="field">The field.</param>
    /// <param name="link">What the field is called by which the table is linked with the one that a roll-up sums up.</param>
    public string Field(MappedDefinition table, FieldDefinition field, string? link) =>
        $"in the table \"{table.Title}\" add a field \"{table.TitleOf(field.Name)}\" of type {Settings(table, field, link)}";

    private string Settings(MappedDefinition table, FieldDefinition field, string? link) => field.Type switch
    {
        AirtableType.Text => "Single line text",
        AirtableType.LongText => "Long text, rich text formatting off",
        AirtableType.Number => "Number, decimal places 0",
        AirtableType.Date => "Date, date format ISO (2026-01-31), without a time",
        AirtableType.Select => $"Single select with the options {Options(table.ChoicesOf(field))}",
        AirtableType.Selects => $"Multiple select with the options {Options(table.ChoicesOf(field))}",
        AirtableType.Link => $"Link to another record, to the table \"{map[field.LinksTo!].Title}\"",
        AirtableType.AutoNumber => "Autonumber",
        AirtableType.CreatedTime => "Created time, with the time, time zone GMT",
        AirtableType.ModifiedTime => "Last modified time of all editable fields, with the time, time zone GMT",
        AirtableType.Formula => $"Formula: {table.FormulaOf(field)}; formatting: Percent",
        _ => RollUp(field.RollUp!, link),
    };

    private string RollUp(RollUp sum, string? link)
    {
        var from = map[sum.From];
        var only = sum.Only is var (field, value) ? $"; only linked records that meet the condition \"{from.TitleOf(field)}\" is \"{value}\"" : "";
        return $"Rollup: linked records of the field \"{link ?? from.Title}\", field to roll up \"{from.TitleOf(sum.Field)}\"{only}; "
            + $"aggregation formula {sum.Aggregation}";
    }

    private static string Options(IReadOnlyList<string> choices) => choices.Count == 0 ? "of your tasks' names" : string.Join(", ", choices.Select(c => $"\"{c}\""));
}
