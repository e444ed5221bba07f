using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Enters what reps did besides the calls that are imported.</summary>
/// <remarks>
/// Kinds are the XP sources of the rules, and cadence_started, cadence_completed and objection_handled. Under one -Id an activity is entered
/// once, however often it comes. Rows of a file bind by the names of their columns; an empty cell says nothing. Items are entered
/// by pages in one transaction each; one that is wrong is an error, and the others are entered.
/// </remarks>
/// <example>
/// <code>Add-RepActivity 'Kaya Novak' appointment_held -At 2026-09-30T14:05 -LeadId lead-17</code>
/// <para>Enters one appointment, at five past two in her zone.</para>
/// </example>
/// <example>
/// <code>Import-Csv activities.csv | Add-RepActivity | Group-Object Status -NoElement</code>
/// <para>Enters a file with the columns RepId, Kind, At, Count, LeadId and Id, and counts what was new.</para>
/// </example>
/// <example>
/// <code>Get-Rep t* | Add-RepActivity -Kind note_added -Count 3 -WhatIf</code>
/// <para>Checks an entry for several reps, and enters nothing.</para>
/// </example>
/// <seealso cref="UndoRepActivityCommand"/>
[Cmdlet(VerbsCommon.Add, "RepActivity", SupportsShouldProcess = true)]
[OutputType(typeof(RepActivity))]
public sealed class AddRepActivityCommand : RepEntryCmdlet<NewActivity, RepActivity>
{
    /// <summary>What was done: an XP source of the rules, e.g. appointment_held, or one of its aliases.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ActivityKindCompleter))]
    public string Kind { get; set; } = "";

    /// <summary>How many, 1 or more; one entry is worth so many times its XP. 1 without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(int))]
    public int? Count { get; set; }

    /// <summary>The lead concerned; a cadence needs one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Lead")]
    [Cell]
    public string? LeadId { get; set; }

    /// <summary>Idempotency key: what is entered under it is entered once. A new one without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    public string? Id { get; set; }

    /// <inheritdoc/>
    protected override NewActivity Item => new(Rep, Kind, At, Count ?? 1, LeadId, Id);

    /// <inheritdoc/>
    protected override string Label => $"activity {Kind}";

    /// <inheritdoc/>
    protected override IReadOnlyList<Entered<RepActivity>> Enter(IReadOnlyList<NewActivity> items, bool dryRun) =>
        RepActivities.Add(Opened, items, dryRun, StopToken);
}
