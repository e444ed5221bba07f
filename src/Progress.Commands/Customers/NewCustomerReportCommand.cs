using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Makes a report on all customers, or on one, as Markdown, CSV or HTML.</summary>
/// <remarks>
/// Where customers stand, what the rates rest on, behaviour, competency gains, milestones, platform tools and recommendations. With -Path it is
/// written to a file, whose ending says as what; without it the text is the output. CSV holds the table of where customers stand.
/// </remarks>
/// <example>
/// <code>New-CustomerReport -AsOf 2026-10-27</code>
/// <para>The report on all active customers as Markdown text.</para>
/// </example>
/// <example>
/// <code>New-CustomerReport -Path customers.html -AsOf 2026-10-27</code>
/// <para>The same as a file to open in a browser, with charts.</para>
/// </example>
/// <example>
/// <code>Get-Customer CUST_0* | New-CustomerReport -Path { "$($_.CustomerId).html" } -AsOf 2026-10-27</code>
/// <para>A report on each of several customers, in a file of the customer's id.</para>
/// </example>
/// <seealso cref="GetCustomerProgressCommand"/>
[Cmdlet(VerbsCommon.New, "CustomerReport", SupportsShouldProcess = true, DefaultParameterSetName = TextSet)]
[OutputType(typeof(string), ParameterSetName = [TextSet])]
[OutputType(typeof(FileInfo), ParameterSetName = [FileSet])]
public sealed class NewCustomerReportCommand : ReportCmdlet
{
    /// <summary>Makes a report on each of these customers: ids, names with wildcards, or objects with a CustomerId. Without it, one on all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CustomerId")]
    [SupportsWildcards]
    [CustomerSelector]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string[]? Customer { get; set; }

    /// <inheritdoc/>
    protected override string Each => "Get-Customer | New-CustomerReport -Path { \"$($_.CustomerId).html\" }";

    /// <inheritdoc/>
    protected override void Process()
    {
        if (Customer is null) Write(() => CustomerReports.Of(Opened, asOf: AsOf));
        foreach (var selector in Customer ?? []) Guard(() => WriteEach(selector));
    }

    private void WriteEach(string selector)
    {
        foreach (var customer in CustomerDirectory.List(Opened, [selector]))
            Guard(() => Write(() => CustomerReports.Of(Opened, [customer.CustomerId], AsOf)));
    }
}
