namespace Progress.Doubles.Airtable;

/// <summary>A link field in a formula.</summary>
internal sealed class LinkedRows(IReadOnlyList<Record> rows, Field primary, FormulaScope scope)
{
    public int Count => rows.Count;

    public IEnumerable<string> Ids => rows.Select(row => row.Id);

    /// <summary>What the primary fields of the linked rows say.</summary>
    public IEnumerable<string> Texts =>
        rows.Select(row => FormulaValues.Text(FormulaValues.Of(Computed.Value(row, primary, scope with { Row = row }))));
}
