using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets badges: the tiers that reps have earned, and how far the next tier of each badge is.</summary>
/// <remarks>
/// One object for each rep and tier. Have and Need are counts, or rates from 0 to 1 over WindowDays; Detail says what else it takes.
/// </remarks>
/// <example>
/// <code>Get-RepBadge 'Kaya Novak' -Earned -AsOf 2026-09-30</code>
/// <para>What she has earned, and when.</para>
/// </example>
/// <example>
/// <code>Get-RepBadge -Badge opener_elite -AsOf 2026-09-30 | Where-Object Earned -eq $false</code>
/// <para>How far each rep is from the next tier of one badge.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "RepBadge", SupportsPaging = true)]
[OutputType(typeof(RepBadge))]
public sealed class GetRepBadgeCommand : RepReadCmdlet<RepBadge>
{
    /// <summary>Only these badges: ids, with wildcards.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BadgeCompleter))]
    public string[]? Badge { get; set; }

    /// <summary>Only tiers that are earned.</summary>
    [Parameter]
    public SwitchParameter Earned { get; set; }

    /// <summary>The day to answer for, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<RepBadge> Read(IReadOnlyCollection<string> reps) =>
        RepBadges.Get(Opened, reps, AsOf, Badge).Where(badge => badge.Earned || !Earned);
}
