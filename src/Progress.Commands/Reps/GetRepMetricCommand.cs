using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets the efficiency metrics of reps.</summary>
/// <remarks>
/// One object for each rep and metric: its value from 0 to 1, the numerator and denominator behind it, the window of local days,
/// and the Wilson 95 % interval. A rate without a denominator is null, never 0.
/// </remarks>
/// <example>
/// <code>Get-RepMetric 'Kaya Novak'</code>
/// <para>The six metrics of one rep as of today.</para>
/// </example>
/// <example>
/// <code>Get-Rep k* | Get-RepMetric -Days 28 -AsOf 2026-09-30 | Where-Object Tier -eq Unsatisfactory</code>
/// <para>What is unsatisfactory over the four weeks up to a day, for all reps whose name begins with K.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "RepMetric", SupportsPaging = true)]
[OutputType(typeof(RepMetric))]
public sealed class GetRepMetricCommand : RepReadCmdlet<RepMetric>
{
    /// <summary>Length of every window in local days, 1 or more, instead of each metric's own.</summary>
    [Parameter]
    public int? Days { get; set; }

    /// <summary>The day to answer for, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <summary>Which calls rates are taken over: all of them, or connected ones.</summary>
    [Parameter]
    public RateDenominator Denominator { get; set; } = RateDenominator.Total;

    /// <summary>Fills the property Explanation with the days behind each value.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<RepMetric> Read(IReadOnlyCollection<string> reps) =>
        RepMetrics.Get(Opened, reps, Days, AsOf, Denominator, Explain);
}
