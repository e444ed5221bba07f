namespace Progress.Commands;

/// <summary>Takes progress records as codes or sync keys, or as objects that are some; their key stays when their code changes.</summary>
public sealed class TaskProgressSelectorAttribute : SelectorAttribute
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Properties { get; } = ["SyncKey", "ProgressId"];

    /// <inheritdoc/>
    protected override string Allowed => "is no progress record. Give a code such as PROG_0001, a SyncKey, or an object of Get-TaskProgress.";
}
