using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Changes what is known of a customer.</summary>
/// <remarks>
/// Only what is given changes; empty text removes a name or a milestone. Customers are never deleted: -Active $false takes one off the lists, and
/// what was recorded stays.
/// </remarks>
/// <example>
/// <code>Set-Customer CUST_02 -CurrentMilestone Key_Hires</code>
/// <para>The customer goes on with the next milestone; Get-CustomerProgress suggests it once one is complete.</para>
/// </example>
/// <example>
/// <code>Get-CustomerProgress -AsOf 2026-10-27 | Where-Object SuggestedMilestone | ForEach-Object { Set-Customer $_ -CurrentMilestone $_.SuggestedMilestone -PassThru }</code>
/// <para>Takes every suggestion, and shows whom it moved.</para>
/// </example>
/// <example>
/// <code>Get-Customer CUST_3* | Set-Customer -Active $false -Reason 'left the programme'</code>
/// <para>Takes customers off the lists, and keeps why.</para>
/// </example>
/// <seealso cref="GetCustomerProgressCommand"/>
[Cmdlet(VerbsCommon.Set, "Customer", SupportsShouldProcess = true)]
[OutputType(typeof(Customer))]
public sealed class SetCustomerCommand : ChangeCmdlet
{
    /// <summary>The customers: ids, names, or objects with a CustomerId, also from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CustomerId")]
    [CustomerSelector]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string[] Customer { get; set; } = [];

    /// <summary>The customer's name; empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The milestone that the customer works on, one of the eight; empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public string? CurrentMilestone { get; set; }

    /// <summary>Whether the customer is listed.</summary>
    [Parameter]
    public bool? Active { get; set; }

    /// <summary>Writes the changed customer.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (var customer in Customer) Guard(() => Change(customer));
    }

    private void Change(string customer)
    {
        if (!Agreed(customer, "Change customer", out var dryRun)) return;
        var changed = CustomerDirectory.Set(Opened, customer, new CustomerUpdate(Name, CurrentMilestone, Active), dryRun, StopToken);
        if (PassThru && !dryRun) WriteObject(changed);
    }
}
