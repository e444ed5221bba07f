namespace Progress.Sync.Airtable;

/// <summary>A base of Airtable: customers and their tasks. Records come and go with our names, whatever they are called there.</summary>
internal sealed class AirtableProvider : ISyncProvider
{
    private readonly AirtableCalls calls;
    private readonly AirtableSchema schema;
    private readonly RecordReads reads;
    private readonly RecordWrites writes;
    private RemoteSchema? known;

    public AirtableProvider(Uri root, Func<string?> key, ICallGate gate, TimeProvider clock, SyncHost host, AirtableMap map)
    {
        calls = new(new RemoteClient(root, key, gate, clock, host, new AirtableFaults(root.Authority, map).Read), map, root);
        schema = new(map);
        reads = new(new RecordPages(calls));
        writes = new(calls, (table, one, cancel) => reads.Read(table, [one], cancel), Table);
    }

    /// <summary>What is known of it before it is opened.</summary>
    /// <remarks>Five calls a second; at an even pace that is six in some seconds, so we stay below it.</remarks>
    public static ProviderTraits Abilities { get; } = new(
        "Airtable", AirtableFaults.PerMinute, 4, TimeSpan.FromHours(1), RecordPages.PageSize, RecordReads.KeysPerRead, RecordWrites.BatchSize, RecordWrites.BatchSize)
    {
        MostPerMinute = 288,
    };

    public ProviderTraits Traits => Abilities;

    public RemoteServer Check(CancellationToken cancel)
    {
        calls.WhoAmI(cancel);
        calls.Tables(cancel);
        return new("Airtable", null, null);
    }

    public RemoteSchema Describe(CancellationToken cancel) => known = schema.Of(calls.Tables(cancel));

    /// <inheritdoc/>
    /// <remarks>What was found under other names than those that hold now is not.</remarks>
    public void Assume(RemoteSchema schema) => known = calls.Map.Tables.All(t => schema.Entities.Any(e => Fits(t, e))) ? schema : null;

    public RemoteSchema Create(CancellationToken cancel) => known = new SchemaCreation(calls, schema).Create(cancel);

    public IEnumerable<RemotePage> Changes(string entity, string? cursor, CancellationToken cancel)
    {
        var swept = calls.Map.Tables.FirstOrDefault(t => t.Table.Sweep == entity);
        return swept is null ? reads.Changes(Table(entity, false, cancel), cursor, cancel) : reads.Keys(Table(swept.Table.Entity, false, cancel), cancel);
    }

    public IReadOnlyList<RemoteRecord> Read(string entity, IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        keys.Count == 0 ? [] : reads.Read(Table(entity, false, cancel), keys, cancel);

    public IReadOnlyList<WriteOutcome> Write(string entity, IReadOnlyList<RecordWrite> writes, CancellationToken cancel) =>
        writes.Count == 0 ? [] : this.writes.Write(entity, writes, cancel);

    public void Dispose() => calls.Dispose();

    private AirtableTable Table(string entity, bool again, CancellationToken cancel)
    {
        var mapped = calls.Map[entity];
        var found = (again || known is null ? Describe(cancel) : known)[entity];
        return found.Exists ? new AirtableTable(mapped, found) : throw new RemoteException(
            RemoteFault.UnknownObject,
            $"The base {calls.Map.Base} has no table \"{mapped.Title}\". Initialize-CrmSchema adds it; if it has another name there, {mapped.Setting}.");
    }

    private static bool Fits(MappedDefinition table, RemoteEntity entity) =>
        entity.Name == table.Table.Entity && Same(entity.Title, table.Title) && (!entity.Exists || entity.Id is not null)
        && table.Table.Fields.All(f => entity.Fields.Any(e => e.Name == f.Name && Same(e.Title, table.TitleOf(f.Name))));

    private static bool Same(string? one, string other) => string.Equals(one?.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
