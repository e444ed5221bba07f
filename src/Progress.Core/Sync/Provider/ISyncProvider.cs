namespace Progress.Sync;

/// <summary>A remote as the engine sees it: what it can do. It knows nothing of the store and of other providers.</summary>
/// <remarks>
/// Everything is synchronous and on the caller's thread. What goes wrong is a <see cref="RemoteException"/>, which says whether the
/// request may have been carried out; a provider repeats by itself only what is safe to repeat.
/// </remarks>
internal interface ISyncProvider : IDisposable
{
    ProviderTraits Traits { get; }

    /// <summary>Asks whether the address and the key are good, and what serves there.</summary>
    RemoteServer Check(CancellationToken cancel);

    /// <summary>What the remote has of the entities that we keep there.</summary>
    RemoteSchema Describe(CancellationToken cancel);

    /// <summary>Takes what an earlier <see cref="Describe"/> found for given, until the remote contradicts.</summary>
    void Assume(RemoteSchema schema);

    /// <summary>Creates what is missing and may be created, and describes what is there then.</summary>
    RemoteSchema Create(CancellationToken cancel);

    /// <summary>Records that changed since a cursor of an earlier page, in pages; all without one. Deleted ones are marked where the remote tells.</summary>
    IEnumerable<RemotePage> Changes(string entity, string? cursor, CancellationToken cancel);

    /// <summary>All records of the keys, fully paged; several where the remote has doubles, none where it has none.</summary>
    IReadOnlyList<RemoteRecord> Read(string entity, IReadOnlyCollection<string> keys, CancellationToken cancel);

    /// <summary>Writes records; one outcome each, in the order of <paramref name="writes"/>.</summary>
    /// <exception cref="RemoteException">Nothing more can be written, e.g. the key is not accepted; <see cref="RemoteException.Outcomes"/> has those before.</exception>
    IReadOnlyList<WriteOutcome> Write(string entity, IReadOnlyList<RecordWrite> writes, CancellationToken cancel);
}

/// <summary>What a remote is and allows, as data.</summary>
/// <param name="Name">Name of the provider, e.g. <c>Twenty</c>.</param>
/// <param name="PerMinute">Calls that its documentation allows in a minute; null without a limit.</param>
/// <param name="Burst">Calls that may follow each other at once after a pause.</param>
/// <param name="PullPeriod">How often the background looks for changes.</param>
/// <param name="ReadPage">Most records of a page that is read.</param>
/// <param name="KeysPerRead">Most keys that one read asks for.</param>
/// <param name="CreateBatch">Most records that one call creates.</param>
/// <param name="UpdateBatch">Most records that one call changes.</param>
internal sealed record ProviderTraits(
    string Name, double? PerMinute, int Burst, TimeSpan PullPeriod, int ReadPage, int KeysPerRead, int CreateBatch, int UpdateBatch)
{
    /// <summary>Calls a minute that no pace exceeds, whatever limit people state; null without such an end.</summary>
    public double? MostPerMinute { get; init; }
}

/// <summary>What serves at an address.</summary>
/// <param name="Product">Its name.</param>
/// <param name="Version">Its version, where it tells.</param>
/// <param name="KeyExpires">When the key expires, UTC, where that can be read from it.</param>
internal sealed record RemoteServer(string Product, string? Version, DateTime? KeyExpires);
