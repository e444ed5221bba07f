namespace Progress.Doubles.Airtable;

/// <summary>Records to be made and changed, all read and checked before the first is written.</summary>
/// <param name="replaces">Cells that are not named are emptied.</param>
internal sealed class WritePlan(Table table, Call call, bool replaces)
{
    private readonly List<Step> steps = [];

    public List<string> Created { get; } = [];

    public List<string> Updated { get; } = [];

    public Step Create(RecordPatch patch) => Add(new Step(null, null, patch));

    public Step Update(Record row, RecordPatch patch) => Add(new Step(row, null, patch));

    /// <summary>Changes the record that an earlier step makes.</summary>
    public Step Update(Step earlier, RecordPatch patch) => Add(new Step(null, earlier, patch));

    /// <returns>The records, in the order of the steps.</returns>
    public List<Record> Apply()
    {
        var made = steps.Count(step => step.IsNew);
        if (call.Switches.MaxRecords is > 0 and var most && made > 0 && table.Base.Tables.Sum(one => one.Count) + made > most)
            throw AirtableError.Records("The base has no room for more records.");
        var writer = new RowWriter(call);
        foreach (var step in steps)
            Write(step, writer);
        return [.. steps.Select(step => step.Row!)];
    }

    private void Write(Step step, RowWriter writer)
    {
        var isNew = step.IsNew;
        var row = step.Row ??= step.Earlier?.Row ?? table.Add(call.Ids.Next("rec"), call.Now);
        if (replaces && !isNew)
            foreach (var field in table.Fields.Where(field => !step.Patch.Cells.ContainsKey(field) && row[field] is not null))
                writer.Set(table, row, field, null, isNew: false);
        foreach (var (field, value) in step.Patch.Cells)
            writer.Set(table, row, field, value, isNew);
        var into = isNew ? Created : Updated;
        if (!Created.Contains(row.Id) && !into.Contains(row.Id))
            into.Add(row.Id);
    }

    private Step Add(Step step)
    {
        steps.Add(step);
        return step;
    }

    internal sealed class Step(Record? row, Step? earlier, RecordPatch patch)
    {
        public Record? Row { get; set; } = row;

        public Step? Earlier => earlier;

        public RecordPatch Patch => patch;

        public bool IsNew => Row is null && earlier is null;
    }
}
