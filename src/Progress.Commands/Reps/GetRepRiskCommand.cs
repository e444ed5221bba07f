using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets new reps who may be about to give up.</summary>
/// <remarks>
/// Reps in their first 30 days whose activity falls or whose streak broke, the fewest dials first. The first day is the rep's StartDate, or
/// the first day with activity.
/// </remarks>
/// <example>
/// <code>Get-RepRisk -AsOf 2026-09-30</code>
/// <para>Whom to talk to today.</para>
/// </example>
/// <example>
/// <code>Get-RepRisk -AsOf 2026-09-30 | Get-RepDiagnosis -AsOf 2026-09-30</code>
/// <para>What would help them.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "RepRisk", SupportsPaging = true)]
[OutputType(typeof(RepRisk))]
public sealed class GetRepRiskCommand : RepReadCmdlet<RepRisk>
{
    /// <summary>The day to answer for, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<RepRisk> Read(IReadOnlyCollection<string> reps) => RepRisks.Get(Opened, reps, AsOf);
}
