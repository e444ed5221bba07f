using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Gets how far customers have come: tasks, gains, milestone, pace, tools, and what to do next.</summary>
/// <remarks>
/// One object for each customer. Rates are plain numbers from 0 to 1, or null with nothing to take them of. With -AsOf it answers for the end of a
/// day: what was completed later counts as nothing; what is not completed, and the milestone, stand as they do now.
/// </remarks>
/// <example>
/// <code>Get-CustomerProgress -AsOf 2026-10-27 | Sort-Object DaysSinceLastCompletion -Descending | Select-Object -First 5</code>
/// <para>The five customers who have been quiet for longest.</para>
/// </example>
/// <example>
/// <code>Get-CustomerProgress CUST_02 -AsOf 2026-10-27 | Format-List</code>
/// <para>All figures of one customer.</para>
/// </example>
/// <example>
/// <code>(Get-CustomerProgress CUST_02 -AsOf 2026-10-27 -Explain).Explanation | Where-Object Of -like CompetencyGains* | Format-Table What, Rule, Amount</code>
/// <para>The records behind the customer's gains; they add up.</para>
/// </example>
/// <example>
/// <code>(Get-CustomerProgress CUST_02 -AsOf 2026-10-27).TaskProgressAnalytics | ConvertFrom-Json</code>
/// <para>What Airtable stores of it.</para>
/// </example>
/// <seealso cref="GetTaskRecommendationCommand"/>
[Cmdlet(VerbsCommon.Get, "CustomerProgress", SupportsPaging = true)]
[OutputType(typeof(CustomerProgress))]
public sealed class GetCustomerProgressCommand : CustomerReadCmdlet<CustomerProgress>
{
    /// <summary>The day to answer for, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <summary>Fills the property Explanation with the records and rules behind each figure.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<CustomerProgress> Read(IReadOnlyCollection<string> names) => CustomerProgresses.Get(Opened, names, AsOf, Explain);
}
