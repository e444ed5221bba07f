using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets the rule sets by which reps progress: XP, levels, ranks, badges, metrics, dispositions.</summary>
/// <remarks>
/// In the order in which they come into force. Its property Rules holds the figures, DepartsFromSeed those that are not the seed's. With -AsJson it
/// writes the text of the one in force, to be edited and given to Test-ProgressionRule and Set-ProgressionRule.
/// </remarks>
/// <example>
/// <code>(Get-ProgressionRule -AsOf 2026-09-30).Rules.Ranks | Select-Object Grade, Name, Xp</code>
/// <para>The ranks, and the XP that each takes.</para>
/// </example>
/// <example>
/// <code>Get-ProgressionRule -AsJson | Set-Content rules.json
/// Test-ProgressionRule rules.json</code>
/// <para>Begins a rule set with the one in force, and tries it.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProgressionRule", SupportsPaging = true)]
[OutputType(typeof(ProgressionRule), typeof(string))]
public sealed class GetProgressionRuleCommand : StoreCmdlet
{
    /// <summary>Only the rule set in force on this day, in ISO 8601.</summary>
    [Parameter(Position = 0)]
    public IsoTime? AsOf { get; set; }

    /// <summary>Writes the JSON of the rule set in force on that day, or today.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (AsJson) WriteObject(ProgressionRules.Json(Opened, ProgressionRules.InForce(Opened, AsOf)).TrimEnd());
        else WriteAll(AsOf is null ? ProgressionRules.List(Opened) : [ProgressionRules.InForce(Opened, AsOf)]);
    }
}
