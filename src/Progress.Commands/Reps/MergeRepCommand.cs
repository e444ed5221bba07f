using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Joins two ids of one person.</summary>
/// <remarks>
/// All calls, activities, training and XP of -Rep are credited to -Into, and later imports of either id credit the latter. What pays once
/// pays once for the two. Both ids stay known, and the audit keeps what was merged.
/// </remarks>
/// <example>
/// <code>Merge-Rep 'Kaya Novak' -Into 'Tara Tanaka' -Reason 'changed her name and account'</code>
/// <para>Credits all that was Kaya Novak's to Tara Tanaka.</para>
/// </example>
/// <example>
/// <code>Merge-Rep 'Kaya Novak' -Into 'Tara Tanaka' -WhatIf</code>
/// <para>Checks that both are known, and changes nothing.</para>
/// </example>
/// <seealso cref="SetRepCommand"/>
[Cmdlet(VerbsData.Merge, "Rep", SupportsShouldProcess = true)]
[OutputType(typeof(Rep))]
public sealed class MergeRepCommand : ChangeCmdlet
{
    /// <summary>The ids to give up: ids, names, or objects with a RepId, also from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RepId", "WorkspaceMemberId")]
    [RepSelector]
    [ArgumentCompleter(typeof(RepCompleter))]
    public string[] Rep { get; set; } = [];

    /// <summary>The rep who takes over: id, name or object.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [RepSelector]
    [ArgumentCompleter(typeof(RepCompleter))]
    public string Into { get; set; } = "";

    /// <summary>Writes the rep who took over.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (var rep in Rep) Guard(() => Merge(rep));
    }

    private void Merge(string rep)
    {
        if (!Agreed($"{rep} into {Into}", "Merge reps", out var dryRun)) return;
        var merged = RepMerge.Merge(Opened, rep, Into, dryRun, StopToken);
        if (PassThru && !dryRun) WriteObject(merged);
    }
}
