using System.Text.Json.Nodes;

namespace Progress.Sync.RedHawk;

/// <summary>RedHawk Academy: what a rep has learnt and fought, to be read only. It wants no key.</summary>
internal sealed class RedHawkProvider : ISyncProvider
{
    private const string ApiPath = "/api/redhawk";

    private readonly RemoteClient http;
    private readonly bool namesApi;
    private string? prefix;

    public RedHawkProvider(Uri root, ICallGate gate, TimeProvider clock, SyncHost host)
    {
        namesApi = root.AbsolutePath.TrimEnd('/').EndsWith(ApiPath, StringComparison.OrdinalIgnoreCase);
        http = new RemoteClient(root, null, gate, clock, host, new RedHawkFaults(root.Authority).Read);
    }

    /// <summary>One rep a read, in three calls; the limit is ours, as the Academy names none.</summary>
    public static ProviderTraits Abilities { get; } = new("RedHawk", 120, 6, TimeSpan.FromMinutes(5), 1, 1, 0, 0);

    public ProviderTraits Traits => Abilities;

    public RemoteServer Check(CancellationToken cancel)
    {
        var health = Health(cancel);
        return new("RedHawk", health.At("version").Text(), null);
    }

    public RemoteSchema Describe(CancellationToken cancel) => new([]);

    public void Assume(RemoteSchema schema) { }

    public RemoteSchema Create(CancellationToken cancel) => new([]);

    public IEnumerable<RemotePage> Changes(string entity, string? cursor, CancellationToken cancel) =>
        throw new NotSupportedException("RedHawk tells of no changes; it is read rep by rep.");

    public IReadOnlyList<RemoteRecord> Read(string entity, IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        entity == EntityNames.Training
            ? [.. keys.Distinct(StringComparer.Ordinal).Select(id => Rep(id, cancel))]
            : throw new ArgumentException($"RedHawk has no '{entity}'.", nameof(entity));

    public IReadOnlyList<WriteOutcome> Write(string entity, IReadOnlyList<RecordWrite> writes, CancellationToken cancel) =>
        throw new NotSupportedException("Nothing is written to RedHawk.");

    public void Dispose() => http.Dispose();

    private RemoteRecord Rep(string id, CancellationToken cancel)
    {
        var escaped = Escape(id);
        if (prefix is null) Health(cancel);
        var facts = RedHawkFacts.Of(
            Get($"{prefix}/cert/{escaped}", cancel), Get($"{prefix}/progress/{escaped}", cancel), Get($"{prefix}/battle/stats/{escaped}", cancel));
        return new RemoteRecord(id, id, facts);
    }

    private JsonObject Get(string path, CancellationToken cancel) =>
        http.Send(RemoteRequest.Get(path), cancel) as JsonObject ?? throw NotRedHawk();

    /// <summary>Finds out where the API lies; a website before it may answer every other address with a page of its own.</summary>
    /// <remarks>First without repeats, as such a page is no failure that passes.</remarks>
    private JsonObject Health(CancellationToken cancel) => Find(false, cancel) ?? Find(true, cancel) ?? throw NotRedHawk();

    private JsonObject? Find(bool repeats, CancellationToken cancel)
    {
        foreach (var place in namesApi ? [""] : (string[])[ApiPath, ""])
        {
            try
            {
                var request = RemoteRequest.Get($"{place}/health") with { Repeatable = repeats };
                if (http.Send(request, cancel) is not JsonObject health) continue;
                prefix = place;
                return health;
            }
            catch (RemoteException wrong) when (wrong.Fault is RemoteFault.BadAnswer or RemoteFault.NotFound)
            {
            }
            catch (RemoteException failed) when (!repeats && failed.Fault is RemoteFault.Unreachable or RemoteFault.ServerError)
            {
                return null;
            }
        }

        return null;
    }

    private RemoteException NotRedHawk() => new(
        RemoteFault.BadAnswer, $"{http.Host} does not answer as RedHawk does. Check -Uri: the Academy's root, or its {ApiPath}.");

    private string Escape(string id) => id.Trim() is "" or "." or ".."
        ? throw new RemoteException(RemoteFault.Refused, $"'{id}' cannot be a RedHawkId. Correct it with Set-Rep.")
        : Uri.EscapeDataString(id);
}
