namespace Progress.Commands;

/// <summary>Takes connections as names, or as any objects that say which connection they are about.</summary>
public sealed class ConnectionSelectorAttribute : SelectorAttribute
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Properties { get; } = ["Connection", "Name"];

    /// <inheritdoc/>
    protected override string Allowed => "names no connection. Give a name, or an object of Connect-Crm or Get-CrmSyncStatus.";
}
