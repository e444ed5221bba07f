using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Changes what is known of a rep.</summary>
/// <remarks>
/// Only what is given changes. A time zone holds from a local day on, today without -From, so that past days keep theirs. Reps are
/// never deleted: -Active $false takes one off the lists, and everything that was counted stays.
/// </remarks>
/// <example>
/// <code>Set-Rep 'Kaya Novak' -TimeZone America/Chicago -From 2026-10-01</code>
/// <para>From October on, her days are days in Chicago.</para>
/// </example>
/// <example>
/// <code>Get-Rep t* | Set-Rep -Active $false -Reason 'left the team' -PassThru</code>
/// <para>Takes reps off the lists, keeps why, and shows them.</para>
/// </example>
/// <example>
/// <code>Import-Csv reps.csv | ForEach-Object { Set-Rep $_.RepId -Name $_.Name -TimeZone $_.TimeZone }</code>
/// <para>Names reps whom an import of calls has added by their ids; New-Rep adds them with their names before it.</para>
/// </example>
[Cmdlet(VerbsCommon.Set, "Rep", SupportsShouldProcess = true)]
[OutputType(typeof(Rep))]
public sealed class SetRepCommand : ChangeCmdlet
{
    /// <summary>The reps: ids, names, or objects with a RepId, also from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RepId", "WorkspaceMemberId")]
    [RepSelector]
    [ArgumentCompleter(typeof(RepCompleter))]
    public string[] Rep { get; set; } = [];

    /// <summary>The rep's name.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>IANA time zone, e.g. Europe/Berlin.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>First local day of the new time zone; today without it.</summary>
    [Parameter]
    public IsoTime? From { get; set; }

    /// <summary>The academy's id of the rep; empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? RedHawkId { get; set; }

    /// <summary>First day of work.</summary>
    [Parameter]
    public IsoTime? StartDate { get; set; }

    /// <summary>Whether the rep is listed.</summary>
    [Parameter]
    public bool? Active { get; set; }

    /// <summary>Writes the changed rep.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private RepUpdate Update => new(
        Name, TimeZone, From?.ToDay(TimeZoneInfo.Utc), RedHawkId, StartDate?.ToDay(TimeZoneInfo.Utc), Active);

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (var rep in Rep) Guard(() => Change(rep));
    }

    private void Change(string rep)
    {
        if (!Agreed(rep, "Change rep", out var dryRun)) return;
        var changed = RepDirectory.Set(Opened, rep, Update, dryRun, StopToken);
        if (PassThru && !dryRun) WriteObject(changed);
    }
}
