using System.Management.Automation;

namespace Progress.Commands;

/// <summary>A cmdlet that reads something of reps.</summary>
/// <typeparam name="T">What it writes.</typeparam>
public abstract class RepReadCmdlet<T> : SelectionCmdlet<T>
{
    /// <summary>
    /// The reps: ids, names with wildcards, or objects with a RepId, also from the pipeline. Without it, all active reps.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RepId", "WorkspaceMemberId")]
    [SupportsWildcards]
    [RepSelector]
    [ArgumentCompleter(typeof(RepCompleter))]
    public string[]? Rep { get; set; }

    /// <inheritdoc/>
    protected sealed override string[]? Selected => Rep;

    /// <inheritdoc/>
    protected sealed override string Parameter => nameof(Rep);

    /// <inheritdoc/>
    protected sealed override string UnknownId => "RepNotFound";
}
