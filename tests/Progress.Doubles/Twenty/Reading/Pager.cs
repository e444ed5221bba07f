namespace Progress.Doubles;

/// <summary>Reads a page without sorting the whole table.</summary>
internal static class Pager
{
    public static Page Read(Table table, PageRequest request, DateTime? asOf)
    {
        var backward = request.Before is not null;
        var cursor = (request.Before ?? request.After) is { } text ? Cursor.Parse(text, request.Order) : null;
        var nearest = new PriorityQueue<RowVersion, RowVersion>(backward ? request.Order : Reversed(request.Order));
        var (total, beyond) = (0, 0);
        foreach (var row in Candidates(table, request.Filter, asOf))
        {
            if (!request.Filter.MatchesVisible(row))
                continue;
            total++;
            if (cursor is not null && request.Order.CompareTo(row, cursor) is var place && (backward ? place >= 0 : place <= 0))
                continue;
            beyond++;
            if (nearest.Count < request.Limit)
                nearest.Enqueue(row, row);
            else if (request.Limit > 0)
                nearest.EnqueueDequeue(row, row);
        }

        var rows = nearest.UnorderedItems.Select(item => item.Element).Order(request.Order).ToList();
        var more = beyond > rows.Count;
        return new Page(rows, total, !backward && more, backward && more,
            rows.Count == 0 ? null : Cursor.Of(rows[0], request.Order),
            rows.Count == 0 ? null : Cursor.Of(rows[^1], request.Order));
    }

    public static IEnumerable<RowVersion> Candidates(Table table, RecordFilter filter, DateTime? asOf)
    {
        var rows = filter.Ids is { } ids
            ? ids.Select(table.Find).OfType<Row>()
            : table.Rows;
        foreach (var row in rows)
            if ((asOf is { } time ? row.AsOf(time) : row.Exists ? row.Current : null) is { } version)
                yield return version;
    }

    private static Comparer<RowVersion> Reversed(RecordOrder order) =>
        Comparer<RowVersion>.Create((left, right) => order.Compare(right, left));
}
