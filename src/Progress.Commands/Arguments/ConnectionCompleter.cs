using Progress.Store;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Completes names of connections.</summary>
public sealed class ConnectionCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        CrmConnections.List(store.Location).Select(c => new Completion(c.Name, $"{c.Provider}, {c.Uri}"));
}
