using Progress.Store;

namespace Progress.Commands;

/// <summary>Completes kinds of things of which the latest audit entries tell.</summary>
public sealed class AuditEntityCompleter : StoreCompleter
{
    private const int Latest = 1000;

    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        AuditLog.Read(store).Take(Latest).Select(entry => entry.Entity).Distinct().Select(entity => new Completion(entity));
}
