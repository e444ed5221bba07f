using System.Collections;

namespace Progress.Commands;

/// <summary>Completes how battles end.</summary>
public sealed class OutcomeCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(IDictionary bound) => [new("win"), new("lose"), new("abandon")];
}
