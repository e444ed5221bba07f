namespace Progress.Doubles.Airtable;

/// <summary>The order of a list: sorted as asked, else as the view has it, else by chance.</summary>
internal static class RowOrder
{
    public static List<Record> Of(ListQuery query, Call call)
    {
        var rows = query.Table.Rows.Where(row => query.Matches(row, call)).ToArray();
        var keys = query.Sort.Count > 0 ? query.Sort : query.View?.Sort ?? [];
        if (keys.Count == 0 && query.View is null)
            call.Random.Shuffle(rows);
        return keys.Count == 0 ? [.. rows] : Sorted(rows, keys, call);
    }

    private static List<Record> Sorted(Record[] rows, IReadOnlyList<SortKey> keys, Call call)
    {
        var order = Comparer<object?>.Create(Compare);
        IOrderedEnumerable<Record>? sorted = null;
        foreach (var key in keys)
        {
            Func<Record, object?> value = row => Key(Computed.Value(row, key.Field, call.ScopeOf(row)), key.Field);
            sorted = (sorted, key.Descending) switch
            {
                (null, false) => rows.OrderBy(value, order),
                (null, true) => rows.OrderByDescending(value, order),
                (_, false) => sorted.ThenBy(value, order),
                (_, true) => sorted.ThenByDescending(value, order),
            };
        }

        return [.. sorted!];
    }

    /// <summary>Options come in the order of the field's list.</summary>
    private static object? Key(object? value, Field field) => value switch
    {
        Choice choice => (double)field.Choices.IndexOf(choice),
        DateOnly date => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        bool => 1.0,
        double or DateTime or null => value,
        _ => CellText.Of(value),
    };

    /// <summary>The empty come first.</summary>
    private static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (double a, double b) => a.CompareTo(b),
        (DateTime a, DateTime b) => a.CompareTo(b),
        _ => string.Compare(left.ToString(), right.ToString(), StringComparison.OrdinalIgnoreCase),
    };
}
