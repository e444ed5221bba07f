using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Tries a rule set: checks it, replays the ledger under it, and lists who would gain, lose or be promoted.</summary>
/// <remarks>
/// Writes nothing. A file that cannot be used is an error that says where and why; with -Quiet it is $false. Changes lists the reps whose XP,
/// level or rank would be another, had the rules always held; what they have is never taken from them.
/// </remarks>
/// <example>
/// <code>Get-ProgressionRule -AsJson | Set-Content rules.json
/// (Get-Content rules.json -Raw) -replace '"deal_closed": 300', '"deal_closed": 400' | Set-Content rules.json
/// (Test-ProgressionRule rules.json).Changes</code>
/// <para>Who would have more XP if a deal paid 400.</para>
/// </example>
/// <example>
/// <code>Get-ProgressionRule -AsJson | Set-Content rules.json
/// if (Test-ProgressionRule rules.json -Quiet) { 'usable' }</code>
/// <para>Only whether it can be used.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "ProgressionRule", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RuleTest), typeof(bool))]
public sealed class TestProgressionRuleCommand : StoreCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralSet = "LiteralPath";

    /// <summary>Files of rule sets, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files of rule sets, their names taken as they are.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The day whose standings are compared, in ISO 8601; today without it.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <summary>Writes only whether the rule set can be used.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName == LiteralSet) foreach (var path in LiteralPath) Guard(() => Try(this.Literal(path)));
        else foreach (var path in Path) Guard(() => TryAll(this.Matching(path)));
    }

    private void TryAll(IEnumerable<string> paths)
    {
        foreach (var path in paths) Guard(() => Try(path));
    }

    private void Try(string path)
    {
        try
        {
            var test = ProgressionRules.Test(Opened, path, AsOf, StopToken);
            WriteObject(Quiet ? test.Passed : test);
        }
        catch (ProgressException error) when (Quiet && error.Id == RuleSetFile.InvalidRuleSet)
        {
            WriteObject(false);
        }
    }
}
