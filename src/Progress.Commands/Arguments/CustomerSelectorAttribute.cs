namespace Progress.Commands;

/// <summary>Takes customers as ids, names, or any objects that say which customer they are about.</summary>
public sealed class CustomerSelectorAttribute : SelectorAttribute
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Properties { get; } = ["CustomerId"];

    /// <inheritdoc/>
    protected override string Allowed => "names no customer. Give an id, a name, or an object with a CustomerId.";
}
