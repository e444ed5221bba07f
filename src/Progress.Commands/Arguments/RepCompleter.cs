using Progress.Reps;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Completes names of reps; a name that several have completes to their ids.</summary>
public sealed class RepCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        RepDirectory.List(store).GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase).SelectMany(
            same => same,
            (same, rep) => new Completion(same.Count() > 1 ? rep.RepId.ToString() : rep.Name, $"{rep.Name}, {rep.TimeZone}, {rep.RepId}", rep.Name));
}
