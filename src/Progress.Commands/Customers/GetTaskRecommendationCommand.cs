using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Gets the tasks that customers should do next.</summary>
/// <remarks>
/// Tasks of the catalogue that a customer neither completed nor skipped, and whose dependencies are completed, best first. The score adds up
/// priority, what is missing of the task's competency, whether it is of the current milestone, and whether a preferred tool does it;
/// the settings customers.weights weigh them.
/// </remarks>
/// <example>
/// <code>Get-TaskRecommendation CUST_02 -Top 3 -AsOf 2026-10-27</code>
/// <para>The three tasks to do next.</para>
/// </example>
/// <example>
/// <code>(Get-TaskRecommendation CUST_02 -Top 1 -Explain).Explanation | Format-Table What, Rule, Amount</code>
/// <para>The terms of the best task's score; they add up to it.</para>
/// </example>
/// <example>
/// <code>Get-Customer CUST_0* | Get-TaskRecommendation -Top 1 | Add-TaskProgress -Status in_progress -WhatIf</code>
/// <para>Tries what it would be if each of several customers began with its best task.</para>
/// </example>
/// <seealso cref="GetTaskCatalogCommand"/>
[Cmdlet(VerbsCommon.Get, "TaskRecommendation", SupportsPaging = true)]
[OutputType(typeof(TaskRecommendation))]
public sealed class GetTaskRecommendationCommand : CustomerReadCmdlet<TaskRecommendation>
{
    /// <summary>How many for each customer, 1 or more.</summary>
    [Parameter]
    public int Top { get; set; } = TaskRecommendations.DefaultTop;

    /// <summary>The day to answer for, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <summary>Fills the property Explanation with the terms of the score.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<TaskRecommendation> Read(IReadOnlyCollection<string> names) =>
        TaskRecommendations.Get(Opened, names, Top, AsOf, Explain);
}
