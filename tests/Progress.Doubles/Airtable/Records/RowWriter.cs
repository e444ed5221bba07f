namespace Progress.Doubles.Airtable;

/// <summary>Changes cells and all that hangs on them: indexes, the other side of links, the time of the last edit.</summary>
internal sealed class RowWriter(Call call)
{
    /// <param name="isNew">The row is being made: that is no edit.</param>
    public void Set(Table table, Record row, Field field, object? value, bool isNew)
    {
        if (!isNew && (call.Switches.SameValuesMoveModified || !AreSame(row[field], value)))
            row.Touch(field, call.Now);
        foreach (var choice in Choices(value))
            if (!field.Choices.Contains(choice))
                field.Choices.Add(choice);
        if (field.Type == FieldTypes.Links)
            Link(row, field, value as List<Record> ?? []);
        else
            table.Indexes.Change(row, field, value);
        row.Version = table.Base.NextVersion();
    }

    public static void Remove(Table table, Record row)
    {
        foreach (var field in table.Fields.Where(field => field.Type == FieldTypes.Links))
        {
            if (field.Inverse is { } inverse && row[field] is List<Record> linked)
                linked.ForEach(other => (other[inverse] as List<Record>)?.Remove(row));
            else if (field.Linked == table)
                foreach (var other in table.Rows)
                    (other[field] as List<Record>)?.Remove(row);
        }

        table.Remove(row);
        table.Base.NextVersion();
    }

    private void Link(Record row, Field field, List<Record> linked)
    {
        var before = row[field] as List<Record> ?? [];
        row[field] = linked;
        foreach (var made in linked.Where(other => field.Linked!.Find(other.Id) is null))
            field.Linked!.Attach(made);
        if (field.Inverse is not { } inverse)
            return;
        foreach (var other in before.Except(linked))
            Touch(other, inverse, (List<Record>)other[inverse]!, rows => rows.Remove(row));
        foreach (var other in linked.Except(before))
            Touch(other, inverse, other[inverse] as List<Record> ?? [], rows => rows.Add(row));
    }

    private void Touch(Record other, Field inverse, List<Record> rows, Action<List<Record>> change)
    {
        change(rows);
        other[inverse] = rows;
        if (!call.Switches.InverseLinksMoveModified)
            return;
        other.Touch(inverse, call.Now);
        other.Version = inverse.Linked!.Base.NextVersion();
    }

    private static IEnumerable<Choice> Choices(object? value) => value switch
    {
        Choice choice => [choice],
        List<Choice> choices => choices,
        _ => [],
    };

    private static bool AreSame(object? before, object? after) => (before, after) switch
    {
        (List<Record> a, List<Record> b) => a.SequenceEqual(b),
        (List<Record> a, null) => a.Count == 0,
        (List<Choice> a, List<Choice> b) => a.SequenceEqual(b),
        (System.Text.Json.JsonElement a, System.Text.Json.JsonElement b) => System.Text.Json.JsonElement.DeepEquals(a, b),
        _ => Equals(before, after),
    };
}
