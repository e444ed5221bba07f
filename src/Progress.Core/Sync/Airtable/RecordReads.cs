namespace Progress.Sync.Airtable;

/// <summary>Reads records: those that changed, those of keys, and the keys of all.</summary>
internal sealed class RecordReads(RecordPages pages)
{
    /// <summary>Most keys that one call asks for.</summary>
    public const int KeysPerRead = 100;

    // times there have whole seconds, and a list may begin as long before its first answer as a call may take
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(60);

    /// <summary>Records that changed since an earlier reading, whose cursor comes with its last page; all without one.</summary>
    public IEnumerable<RemotePage> Changes(AirtableTable table, string? cursor, CancellationToken cancel)
    {
        var filter = Time(cursor) is { } last ? RecordFilter.After(last - Overlap) : null;
        foreach (var page in pages.Read(table, filter, false, cancel))
            yield return new(page.Records, page.IsLast && page.Began is { } began ? RecordFilter.Iso(began) : cursor);
    }

    /// <summary>All records, with their key only.</summary>
    public IEnumerable<RemotePage> Keys(AirtableTable table, CancellationToken cancel) =>
        pages.Read(table, null, true, cancel).Select(page => new RemotePage(page.Records, null));

    /// <summary>All records of the keys; a key that is a record's id finds that one, too.</summary>
    public IReadOnlyList<RemoteRecord> Read(AirtableTable table, IEnumerable<string> keys, CancellationToken cancel)
    {
        var records = new List<RemoteRecord>();
        var wanted = keys.Select(k => RecordFilter.IsId(k) ? k : table.Mapped.Table.Normal(k)).Where(k => k.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var some in wanted.Chunk(KeysPerRead))
        {
            var asked = some.ToHashSet(StringComparer.OrdinalIgnoreCase);
            var found = pages.Read(table, RecordFilter.In(table.NeedKey(), some), false, cancel).SelectMany(p => p.Records);
            records.AddRange(found.Where(r => asked.Contains(r.Key) || some.Contains(r.Id)));
        }

        return records;
    }

    private static DateTime? Time(string? cursor) => cursor is null ? null
        : IsoTime.TryParse(cursor, out var time) && time.HasOffset ? time.Value
        : throw new ArgumentException($"'{cursor}' is no cursor of Airtable's changes.", nameof(cursor));
}
