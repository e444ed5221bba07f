namespace Progress.Commands;

/// <summary>Takes reps as ids, names, or any objects that say which rep they are about.</summary>
public sealed class RepSelectorAttribute : SelectorAttribute
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Properties { get; } = ["RepId", "WorkspaceMemberId"];

    /// <inheritdoc/>
    protected override string Allowed => "names no rep. Give an id, a name, or an object with a RepId.";
}
