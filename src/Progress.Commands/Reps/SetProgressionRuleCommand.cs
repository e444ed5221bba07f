using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Brings a rule set into force from a day on.</summary>
/// <remarks>
/// Facts granted before keep the version under which they were granted; XP and ranks never fall. Warns of each figure that is not the seed's; reports name
/// them, too. Try the file first: Test-ProgressionRule lists who would gain, lose or be promoted.
/// </remarks>
/// <example>
/// <code>Get-ProgressionRule -AsJson | Set-Content rules.json
/// (Get-Content rules.json -Raw) -replace '"deal_closed": 300', '"deal_closed": 400' | Set-Content rules.json
/// Set-ProgressionRule rules.json -From 2026-10-01 -Reason 'deals have become harder' -PassThru</code>
/// <para>From October on, a deal pays 400 XP.</para>
/// </example>
/// <example>
/// <code>Get-ProgressionRule -AsJson | Set-Content rules.json
/// Set-ProgressionRule rules.json -WhatIf</code>
/// <para>Checks the file, and changes nothing.</para>
/// </example>
[Cmdlet(VerbsCommon.Set, "ProgressionRule", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ProgressionRule))]
public sealed class SetProgressionRuleCommand : ChangeCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralSet = "LiteralPath";

    /// <summary>The file of the rule set; wildcards may stand for one file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    public string Path { get; set; } = "";

    /// <summary>The file of the rule set, its name taken as it is.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>First local day on which the rules hold; today without it.</summary>
    [Parameter]
    public IsoTime? From { get; set; }

    /// <summary>Writes the rule set.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        var path = ParameterSetName == LiteralSet ? this.Literal(LiteralPath) : this.One(Path);
        if (!Agreed(path, "Bring rule set into force", out var dryRun)) return;
        var rule = ProgressionRules.Set(Opened, path, From?.ToDay(TimeZoneInfo.Utc), dryRun, StopToken);
        foreach (var departure in rule.DepartsFromSeed) WriteWarning($"The rule set \"{rule.Name}\" departs from the seed: {departure}.");
        if (PassThru && !dryRun) WriteObject(rule);
    }
}
