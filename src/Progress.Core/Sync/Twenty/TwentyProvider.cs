namespace Progress.Sync.Twenty;

/// <summary>The CRM Twenty: progression records, call notes, members.</summary>
internal sealed class TwentyProvider : ISyncProvider
{
    // a time in Twenty is that of a transaction's begin, and reads may come from a replica
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UntilServed = TimeSpan.FromSeconds(30);
    private const int KeysPerRead = 60;

    private readonly Func<string?> key;
    private readonly TwentyCalls calls;
    private readonly TwentyPages pages;
    private readonly TwentySchema schema;
    private readonly TwentyWrites writes;
    private readonly RemoteMapping mapping;
    private readonly TwentyObjects objects;
    private readonly TwentyOwners? owners;
    private RemoteEntity? known;

    public TwentyProvider(Uri root, Func<string?> key, ICallGate gate, TimeProvider clock, SyncHost host, RemoteMapping mapping)
    {
        (this.key, this.mapping) = (key, mapping);
        calls = new(new RemoteClient(root, key, gate, clock, host, new TwentyFaults(root.Authority).Read));
        pages = new(calls);
        schema = new(calls);
        writes = new(new TwentyCreates(calls, pages), new TwentyUpdates(calls), Known);
        // a field that is not there must not make the others come unasked
        objects = new(new TwentyPages(calls), calls.Host, clock);
        owners = mapping.PersonOwner is { } owner ? new(new TwentyPages(calls), calls.Host, owner) : null;
    }

    /// <summary>What is known of it before it is opened.</summary>
    public static ProviderTraits Abilities { get; } = new("Twenty", 100, 5, TimeSpan.FromMinutes(5), TwentyPages.PageSize, KeysPerRead, 60, 1);

    public ProviderTraits Traits => Abilities;

    public RemoteServer Check(CancellationToken cancel)
    {
        var version = Version(cancel);
        calls.Read(RemoteRequest.Get("/rest/workspaceMembers", ("depth", "0"), ("limit", "1"), ("fields", "id")), cancel);
        return new("Twenty", version, TwentyKey.Expires(key()));
    }

    public RemoteSchema Describe(CancellationToken cancel) => Keep(schema.Describe(cancel));

    public void Assume(RemoteSchema schema) => Keep(schema);

    public RemoteSchema Create(CancellationToken cancel)
    {
        var created = Keep(schema.Create(cancel));
        if (created[EntityNames.RepProgression].Exists) WaitUntilServed(cancel);
        return created;
    }

    public IEnumerable<RemotePage> Changes(string entity, string? cursor, CancellationToken cancel) =>
        mapping.Objects.TryGetValue(entity, out var mapped) ? objects.Changes(mapped, Time(cursor), Overlap, cancel) : Listed(entity, cursor, cancel);

    public IReadOnlyList<RemoteRecord> Read(string entity, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var records = new List<RemoteRecord>();
        foreach (var some in keys.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(KeysPerRead))
        {
            var asked = some.ToHashSet(StringComparer.OrdinalIgnoreCase);
            // of notes one wants to know what became of them
            var filter = TwentyFilter.In(TwentyShape.KeyField(entity), some, andInBin: entity == EntityNames.Note);
            var list = new TwentyList(TwentyShape.Plural(entity), filter, "id") { Fields = TwentyShape.Wanted(entity), Whole = true };
            records.AddRange(pages.Read(list, cancel).SelectMany(p => p).Select(r => TwentyShape.Record(entity, r))
                .Where(r => asked.Contains(r.Key)));
        }

        return records;
    }

    public IReadOnlyList<WriteOutcome> Write(string entity, IReadOnlyList<RecordWrite> writes, CancellationToken cancel) =>
        entity is EntityNames.RepProgression || (entity is EntityNames.Note && writes.All(w => w.Expected is null))
            ? this.writes.Write(entity, writes, cancel)
            : throw new NotSupportedException($"Twenty's {entity} is not changed by us.");

    public void Dispose() => calls.Dispose();

    private IEnumerable<RemotePage> Listed(string entity, string? cursor, CancellationToken cancel)
    {
        var inBin = entity == EntityNames.NoteTrash;
        var time = inBin ? "deletedAt" : "updatedAt";
        var greatest = Time(cursor);
        var filter = TwentyFilter.All(
            entity is EntityNames.Note or EntityNames.NoteTrash ? TwentyFilter.Calls : entity is EntityNames.NoteRenamed ? TwentyFilter.NoCalls : null, inBin ? TwentyFilter.InBin : null,
            greatest is { } since ? TwentyFilter.Since(time, since - Overlap) : null);
        var list = new TwentyList(TwentyShape.Plural(entity), filter, time) { Fields = TwentyShape.Wanted(entity) };
        foreach (var page in pages.Read(list, cancel))
        {
            foreach (var row in page)
                if (row.At(time).Time() is { } at && !(at <= greatest)) greatest = at;
            var records = page.Select(r => TwentyShape.Record(entity, r)).ToList();
            if (entity == EntityNames.Note && owners?.Of(page, cancel) is { } found)
                foreach (var record in records) record.Fields[RemoteMapping.NoteOwner] = found.GetValueOrDefault(record.Id);
            yield return new(records, greatest is { } end ? TwentyFilter.Iso(end) : cursor);
        }
    }

    private RemoteSchema Keep(RemoteSchema found)
    {
        known = found[EntityNames.RepProgression];
        return found;
    }

    private RemoteEntity Known(bool again, CancellationToken cancel)
    {
        if (known is null || again) Describe(cancel);
        return known!;
    }

    private string? Version(CancellationToken cancel)
    {
        try
        {
            return calls.Read(RemoteRequest.Get("/client-config"), cancel).At("appVersion").Text();
        }
        catch (RemoteException none) when (none.Fault is not (RemoteFault.Unreachable or RemoteFault.Redirected or RemoteFault.KeyMissing))
        {
            return null;
        }
    }

    /// <summary>A new object is not served at once by every process of the server.</summary>
    private void WaitUntilServed(CancellationToken cancel)
    {
        var list = RemoteRequest.Get($"/rest/{TwentyField.Plural}", ("depth", "0"), ("limit", "1"));
        for (var started = calls.Clock.GetTimestamp(); ;)
        {
            try
            {
                calls.Read(list, cancel);
                return;
            }
            catch (RemoteException early) when (early.Fault == RemoteFault.UnknownObject && calls.Clock.GetElapsedTime(started) < UntilServed)
            {
                Task.Delay(TimeSpan.FromSeconds(1), calls.Clock, cancel).GetAwaiter().GetResult();
            }
        }
    }

    private static DateTime? Time(string? cursor) => cursor is null ? null
        : IsoTime.TryParse(cursor, out var time) && time.HasOffset ? time.Value
        : throw new ArgumentException($"'{cursor}' is no cursor of Twenty's changes.", nameof(cursor));
}
