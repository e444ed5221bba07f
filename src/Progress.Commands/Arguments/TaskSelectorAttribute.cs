namespace Progress.Commands;

/// <summary>Takes tasks of the catalogue as ids, names, or any objects that say which task they are about.</summary>
public sealed class TaskSelectorAttribute : SelectorAttribute
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Properties { get; } = ["TaskId"];

    /// <inheritdoc/>
    protected override string Allowed => "names no task. Give an id, a name, or an object with a TaskId.";
}
