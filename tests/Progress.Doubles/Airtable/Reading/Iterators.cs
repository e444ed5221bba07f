namespace Progress.Doubles.Airtable;

/// <summary>Lists that can be continued.</summary>
internal sealed class Iterators
{
    private const int Kept = 1000;
    private readonly Dictionary<string, RowIterator> running = [];
    private readonly Queue<string> order = new();

    public RowIterator Start(ListQuery query, Call call)
    {
        var iterator = new RowIterator(call.Ids.Next("itr"), query, RowOrder.Of(query, call), call);
        running.Add(iterator.Id, iterator);
        order.Enqueue(iterator.Id);
        if (order.Count > Kept)
            running.Remove(order.Dequeue());
        return iterator;
    }

    /// <param name="offset">As a page gave it: of the list, a slash, of its next record.</param>
    public (RowIterator Iterator, int Start) Continue(string offset, ListQuery query, Call call)
    {
        var parts = offset.Split('/');
        if (parts.Length != 2 || !IdSource.Is("itr", parts[0]) || !IdSource.Is("rec", parts[1]))
            throw Invalid(offset);
        if (!running.TryGetValue(parts[0], out var iterator) || iterator.IsOver(call))
            throw new AirtableError(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
        return iterator.StartOf(parts[1], query) is { } start ? (iterator, start) : throw Invalid(offset);
    }

    public void Expire() => running.Clear();

    private static AirtableError Invalid(string offset) => new(422, "INVALID_OFFSET_VALUE", $"The value of offset {offset} is invalid");
}
