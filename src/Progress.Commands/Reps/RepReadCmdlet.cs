using System.Management.Automation;

namespace Progress.Commands;

/// <summary>A cmdlet that reads something of reps: collects which ones are meant, and reads them in one go.</summary>
/// <typeparam name="T">What it writes.</typeparam>
public abstract class RepReadCmdlet<T> : StoreCmdlet
{
    private readonly List<string> selectors = [];

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
    protected sealed override void Process() => selectors.AddRange(Rep ?? []);

    /// <inheritdoc/>
    protected sealed override void End()
    {
        if (selectors.Count == 0 && NamesNothing(nameof(Rep))) return;
        while (!TryRead())
            if (selectors.Count == 0) return;
    }

    /// <summary>Reads.</summary>
    /// <param name="reps">Ids, names or patterns; empty for all active reps.</param>
    protected abstract IEnumerable<T> Read(IReadOnlyCollection<string> reps);

    // Core refuses an unknown rep before it answers for any; the others are still to be answered for.
    private bool TryRead()
    {
        try
        {
            WriteAll(Read(selectors));
            return true;
        }
        catch (ProgressException error) when (error is { Id: "RepNotFound", Target: string unknown } && selectors.RemoveAll(s => s == unknown) > 0)
        {
            WriteError(Faults.Record(error));
            return false;
        }
    }
}
