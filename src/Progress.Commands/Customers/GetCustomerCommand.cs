using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Gets customers.</summary>
/// <remarks>In order of id. Customers that were made inactive are listed with -IncludeInactive; those that are named, always.</remarks>
/// <example>
/// <code>Get-Customer</code>
/// <para>All active customers.</para>
/// </example>
/// <example>
/// <code>Get-Customer CUST_0* | Get-CustomerProgress</code>
/// <para>How far the customers have come whose ids begin so.</para>
/// </example>
/// <seealso cref="SetCustomerCommand"/>
[Cmdlet(VerbsCommon.Get, "Customer", SupportsPaging = true)]
[OutputType(typeof(Customer))]
public sealed class GetCustomerCommand : CustomerReadCmdlet<Customer>
{
    /// <summary>Lists inactive customers, too.</summary>
    [Parameter]
    public SwitchParameter IncludeInactive { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<Customer> Read(IReadOnlyCollection<string> names) => CustomerDirectory.List(Opened, names, IncludeInactive);
}
