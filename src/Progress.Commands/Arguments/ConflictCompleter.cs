using Progress.Store;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Completes numbers of open conflicts.</summary>
public sealed class ConflictCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        CrmConflicts.List(store).Select(c => new Completion($"{c.Id}", $"{c.Name ?? c.Key}, {c.Field}: {c.Local ?? "nothing"} here, {c.Remote ?? "nothing"} there"));
}
