using System.Management.Automation;

namespace Progress.Commands;

/// <summary>A cmdlet that enters what reps did.</summary>
/// <typeparam name="TNew">What is entered.</typeparam>
/// <typeparam name="TEntered">What it becomes.</typeparam>
public abstract class RepEntryCmdlet<TNew, TEntered> : EntryCmdlet<TNew, TEntered>
    where TEntered : class
{
    /// <summary>The rep: id, name, or an object with a RepId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RepId", "WorkspaceMemberId")]
    [RepSelector]
    [ArgumentCompleter(typeof(RepCompleter))]
    public string Rep { get; set; } = "";

    /// <summary>When it happened, in ISO 8601; without an offset in the rep's zone. Now without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(IsoTime))]
    public IsoTime? At { get; set; }

    /// <inheritdoc/>
    protected sealed override string About => Rep;
}
