namespace Progress.Doubles.Airtable;

/// <summary>A list on its way, in the order of its first page's moment.</summary>
internal sealed class RowIterator(string id, ListQuery query, List<Record> rows, Call first)
{
    private readonly Dictionary<string, int> starts = [];
    private long seen = query.Table.Base.Version;

    public string Id => id;

    public bool IsOver(Call call) =>
        call.Switches.IteratorSeconds > 0 && call.At - first.At >= TimeSpan.FromSeconds(call.Switches.IteratorSeconds);

    /// <returns>Null for an offset of another list.</returns>
    public int? StartOf(string record, ListQuery asked) =>
        asked.Table == query.Table && asked.Signature == query.Signature && starts.TryGetValue(record, out var start) ? start : null;

    /// <param name="next">Where the next page starts; null after the last.</param>
    public List<Record> Page(int start, int size, Call call, out string? next)
    {
        var isLive = call.Switches.Paging == Paging.Live;
        var page = new List<Record>();
        var at = start;
        for (; at < Math.Min(rows.Count, query.MaxRecords) && page.Count < size; at++)
            if (IsThere(rows[at]) && (!isLive || query.Matches(rows[at], call)))
                page.Add(rows[at]);
        if (isLive && at == rows.Count)
            TakeChanged(call);
        next = null;
        if (at < Math.Min(rows.Count, query.MaxRecords))
            starts[next = rows[at].Id] = at;
        return page;
    }

    private bool IsThere(Record row) => query.Table.Find(row.Id) is not null;

    private void TakeChanged(Call call)
    {
        rows.AddRange(query.Table.Rows.Where(row => row.Version > seen && query.Matches(row, call)));
        seen = query.Table.Base.Version;
    }
}
