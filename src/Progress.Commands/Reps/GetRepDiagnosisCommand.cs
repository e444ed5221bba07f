using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets at which stage reps lose most appointments, and the training that fits.</summary>
/// <remarks>
/// One object for each finding, the dearest first: the metric against its target and the team's median, the calls that it rests on, and the
/// appointments that it costs a week. With too few calls to judge by, or nothing to find, one object says so.
/// </remarks>
/// <example>
/// <code>Get-RepDiagnosis -AsOf 2026-09-30 | Where-Object Severity -eq Critical</code>
/// <para>What the team should train now.</para>
/// </example>
/// <example>
/// <code>Get-RepDiagnosis 'Kaya Novak' -Days 14 -AsOf 2026-09-30 | Format-List Finding, Value, Target, TeamMedian, LostPerWeek, Recommendation</code>
/// <para>One rep's last two weeks in full.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "RepDiagnosis", SupportsPaging = true)]
[OutputType(typeof(RepDiagnosis))]
public sealed class GetRepDiagnosisCommand : RepReadCmdlet<RepDiagnosis>
{
    /// <summary>Length of the window in local days, 1 or more; the rules' without it.</summary>
    [Parameter]
    public int? Days { get; set; }

    /// <summary>The day to answer for, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <summary>Fills the property Explanation with how the loss was reckoned.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<RepDiagnosis> Read(IReadOnlyCollection<string> reps) => RepDiagnoses.Get(Opened, reps, Days, AsOf, Explain);
}
