using System.Collections;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Completes leaderboards.</summary>
public sealed class BoardCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(IDictionary bound) => RepLeaderboard.Boards.Select(board => new Completion(board));
}
