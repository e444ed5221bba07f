using System.Management.Automation;

namespace Progress.Commands;

/// <summary>A cmdlet that reads something of customers.</summary>
/// <typeparam name="T">What it writes.</typeparam>
public abstract class CustomerReadCmdlet<T> : SelectionCmdlet<T>
{
    /// <summary>
    /// The customers: ids, names with wildcards, or objects with a CustomerId, also from the pipeline. Without it, all active customers.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CustomerId")]
    [SupportsWildcards]
    [CustomerSelector]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string[]? Customer { get; set; }

    /// <inheritdoc/>
    protected sealed override string[]? Selected => Customer;

    /// <inheritdoc/>
    protected sealed override string Parameter => nameof(Customer);

    /// <inheritdoc/>
    protected sealed override string UnknownId => "CustomerNotFound";
}
