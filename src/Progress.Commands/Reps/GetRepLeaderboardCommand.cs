using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets who leads, by XP or by a rate.</summary>
/// <remarks>
/// All active reps, the best first; equal figures share a place. Rates rank by the end of their Wilson 95 % interval that chance does not
/// flatter, so that one lucky call never leads. Without data a rep is last.
/// </remarks>
/// <example>
/// <code>Get-RepLeaderboard -Top 3</code>
/// <para>The three reps with most XP.</para>
/// </example>
/// <example>
/// <code>Get-RepLeaderboard -By CallToApptRate -AsOf 2026-09-30</code>
/// <para>Who turned most calls into appointments in the week up to a day.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "RepLeaderboard", SupportsPaging = true)]
[OutputType(typeof(RepStanding))]
public sealed class GetRepLeaderboardCommand : StoreCmdlet
{
    /// <summary>What is compared: Xp, Week (XP of the last seven days), or a metric.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(BoardCompleter))]
    public string By { get; set; } = RepLeaderboard.Xp;

    /// <summary>Only so many reps, 1 or more.</summary>
    [Parameter]
    public int? Top { get; set; }

    /// <summary>The day to answer for, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override void Process() => WriteAll(RepLeaderboard.Get(Opened, By, Top, AsOf));
}
