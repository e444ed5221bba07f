using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets where reps stand: XP, level, rank and what is missing for the next one, badges, streak and rates.</summary>
/// <remarks>
/// One object for each rep, in order of name. Rates are plain numbers from 0 to 1, or null without calls, so that
/// Where-Object Sub30sDropRate -gt .5 works. With -AsOf it answers for any day past, from the ledger.
/// </remarks>
/// <example>
/// <code>Get-RepProgression | Where-Object Level -ge 5 | Sort-Object TotalXp -Descending</code>
/// <para>Reps of level 5 and above, the furthest first.</para>
/// </example>
/// <example>
/// <code>(Get-RepProgression 'Kaya Novak' -AsOf 2026-09-30).Missing</code>
/// <para>The gates between her and the next rank, each with what she has and what it takes.</para>
/// </example>
/// <example>
/// <code>Get-RepProgression -AsOf 2026-09-30 -Since 2026-09-24 | Select-Object Name, XpGained, LevelsGained, PromotionsGained</code>
/// <para>What the last week brought.</para>
/// </example>
/// <example>
/// <code>(Get-RepProgression 'Kaya Novak' -AsOf 2026-09-30 -Explain).Explanation | Format-Table Of, What, Rule, Amount</code>
/// <para>The facts and rules behind her XP and rank; they add up.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "RepProgression", SupportsPaging = true)]
[OutputType(typeof(RepProgression))]
public sealed class GetRepProgressionCommand : RepReadCmdlet<RepProgression>
{
    /// <summary>The day to answer for, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <summary>Also what was gained from this day on: XP, levels, badges, promotions.</summary>
    [Parameter]
    public IsoTime? Since { get; set; }

    /// <summary>Fills the property Explanation with the facts and rules behind each figure.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<RepProgression> Read(IReadOnlyCollection<string> reps) =>
        RepProgressions.Get(Opened, reps, AsOf, Since?.ToDay(TimeZoneInfo.Utc), Explain);
}
