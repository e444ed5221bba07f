namespace Progress.Doubles.Airtable;

/// <summary>Indexes of a table over the fields on which upserts matched so far, kept up with every change.</summary>
internal sealed class MergeIndexes
{
    private readonly List<MergeIndex> indexes = [];

    public MergeIndex Over(Table table, IReadOnlyList<Field> fields, KeyRules rules)
    {
        var index = indexes.Find(one => one.Rules == rules && one.Fields.SequenceEqual(fields));
        if (index is not null)
            return index;
        index = new MergeIndex(fields, rules);
        foreach (var row in table.Rows)
            index.Add(row);
        indexes.Add(index);
        return index;
    }

    public void Add(Record row)
    {
        foreach (var index in indexes)
            index.Add(row);
    }

    public void Remove(Record row)
    {
        foreach (var index in indexes)
            index.Remove(row);
    }

    public void Change(Record row, Field field, object? value)
    {
        foreach (var index in indexes)
            if (index.Fields.Contains(field))
                index.Remove(row);
        row[field] = value;
        foreach (var index in indexes)
            if (index.Fields.Contains(field))
                index.Add(row);
    }

    /// <summary>After a change of fields.</summary>
    public void Forget() => indexes.Clear();
}

internal readonly record struct KeyRules(bool IgnoreCase, bool Trim, bool MatchEmpty);

internal sealed class MergeIndex(IReadOnlyList<Field> fields, KeyRules rules)
{
    private readonly Dictionary<string, HashSet<Record>> rows = [];

    public IReadOnlyList<Field> Fields => fields;

    public KeyRules Rules => rules;

    public IReadOnlyCollection<Record> Find(string? key) => key is not null && rows.TryGetValue(key, out var found) ? found : [];

    /// <returns>Null for a key that matches nothing because it is empty.</returns>
    public string? KeyOf(Func<Field, object?> valueOf)
    {
        var parts = fields.Select(field => Part(valueOf(field))).ToList();
        return parts.Contains("") && !rules.MatchEmpty ? null : string.Join('\u001f', parts);
    }

    public void Add(Record row)
    {
        if (KeyOf(field => row[field]) is not { } key)
            return;
        if (!rows.TryGetValue(key, out var same))
            rows.Add(key, same = []);
        same.Add(row);
    }

    public void Remove(Record row)
    {
        if (KeyOf(field => row[field]) is { } key && rows.TryGetValue(key, out var same) && same.Remove(row) && same.Count == 0)
            rows.Remove(key);
    }

    private string Part(object? value)
    {
        var text = CellText.Of(value);
        text = rules.Trim ? text.Trim() : text;
        return rules.IgnoreCase ? text.ToUpperInvariant() : text;
    }
}
