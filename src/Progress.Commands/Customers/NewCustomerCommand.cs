using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Adds a customer.</summary>
/// <remarks>
/// Rows of a file bind by the names of their columns; an empty cell says nothing. A customer who is there already is an error, and the others
/// are added. Entering progress with -CreateCustomer adds customers, too, by their ids alone.
/// </remarks>
/// <example>
/// <code>New-Customer CUST_91 'Acme Robotics' -CurrentMilestone Initial_PMF</code>
/// <para>Adds one customer.</para>
/// </example>
/// <example>
/// <code>Import-Csv customers.csv | New-Customer -Store ./new.db</code>
/// <para>Adds all customers of a file with the columns CustomerId, Name and CurrentMilestone.</para>
/// </example>
/// <seealso cref="SetCustomerCommand"/>
[Cmdlet(VerbsCommon.New, "Customer", SupportsShouldProcess = true)]
[OutputType(typeof(Customer))]
public sealed class NewCustomerCommand : ChangeCmdlet
{
    /// <summary>The customer's id: letters, digits, _, - and ., up to 64. It is permanent, and the key of its row in Airtable.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string CustomerId { get; set; } = "";

    /// <summary>The customer's name.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Cell]
    public string? Name { get; set; }

    /// <summary>The milestone that the customer works on, one of the eight.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public string? CurrentMilestone { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (!Agreed(Name is null ? CustomerId : $"{Name} ({CustomerId})", "Add customer", out var dryRun)) return;
        var added = CustomerDirectory.Add(Opened, new NewCustomer(CustomerId, Name, CurrentMilestone), dryRun, StopToken);
        if (!dryRun) WriteObject(added);
    }
}
