using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Adds a rep.</summary>
/// <remarks>
/// Importing call notes adds unknown reps by itself; New-Rep gives them a name, a time zone and the academy's id from the start. Rows of a
/// file bind by the names of their columns; an empty cell says nothing. A rep who is there already is an error, and the others are added.
/// </remarks>
/// <example>
/// <code>New-Rep 6a1f0d52-93c1-4f0e-8f3a-2b7c5d9e4a10 'Ana Silva' -TimeZone America/Sao_Paulo -StartDate 2026-09-14</code>
/// <para>Adds one rep.</para>
/// </example>
/// <example>
/// <code>Import-Csv reps.csv | New-Rep -Store ./new-team.db</code>
/// <para>Adds all reps of a file with the columns RepId, Name, TimeZone, RedHawkId and StartDate.</para>
/// </example>
/// <seealso cref="SetRepCommand"/>
[Cmdlet(VerbsCommon.New, "Rep", SupportsShouldProcess = true)]
[OutputType(typeof(Rep))]
public sealed class NewRepCommand : ChangeCmdlet
{
    /// <summary>The rep's workspaceMemberId, a UUID; it is permanent.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("WorkspaceMemberId")]
    [Cell(typeof(Guid))]
    public Guid RepId { get; set; }

    /// <summary>The rep's name; the id until one is known.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Cell]
    public string? Name { get; set; }

    /// <summary>IANA time zone, e.g. Europe/Berlin; the one of the settings without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>The academy's id of the rep.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    public string? RedHawkId { get; set; }

    /// <summary>First day of work.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(IsoTime))]
    public IsoTime? StartDate { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (!Agreed(Name is null ? $"{RepId}" : $"{Name} ({RepId})", "Add rep", out var dryRun)) return;
        var added = RepDirectory.Add(Opened, new NewRep(RepId, Name, TimeZone, RedHawkId, StartDate?.ToDay(TimeZoneInfo.Utc)), dryRun, StopToken);
        if (!dryRun) WriteObject(added);
    }
}
