using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets facts of the XP ledger.</summary>
/// <remarks>One object for each fact, by rep and in order of time; their sum is the rep's TotalXp.</remarks>
/// <example>
/// <code>Get-RepXp 'Kaya Novak' -First 10</code>
/// <para>Her first ten facts.</para>
/// </example>
/// <example>
/// <code>Get-RepXp 'Kaya Novak' -AsOf 2026-09-30 | Group-Object Source |
///     Select-Object Name, Count, @{ n = 'Xp'; e = { ($_.Group | Measure-Object Xp -Sum).Sum } }</code>
/// <para>What her XP comes from.</para>
/// </example>
/// <example>
/// <code>Get-RepXp -Source appointment_set -Since 2026-09-01 -AsOf 2026-09-30</code>
/// <para>The appointments that the team set in September.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "RepXp", SupportsPaging = true)]
[OutputType(typeof(RepXp))]
public sealed class GetRepXpCommand : RepReadCmdlet<RepXp>
{
    /// <summary>Only facts of this source, e.g. appointment_set.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(XpSourceCompleter))]
    public string? Source { get; set; }

    /// <summary>Only from this day on.</summary>
    [Parameter]
    public IsoTime? Since { get; set; }

    /// <summary>Only up to the end of this day, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<RepXp> Read(IReadOnlyCollection<string> reps) =>
        RepLedger.Read(Opened, reps, AsOf, Since?.ToDay(TimeZoneInfo.Utc), Source);
}
