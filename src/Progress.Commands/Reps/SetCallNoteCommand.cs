using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Credits calls that nobody is credited with to a rep.</summary>
/// <remarks>
/// The call counts for the rep from then on, with its XP on the day of the call. A call that is credited to another rep is an error.
/// </remarks>
/// <example>
/// <code>Get-CallNote -Unattributed -From 2026-09-01 | Set-CallNote -Rep 'Kaya Novak' -Reason 'her dialler lost its login'</code>
/// <para>Credits all calls since September that name no rep.</para>
/// </example>
/// <example>
/// <code>Get-CallNote -Unattributed -First 1 | Set-CallNote -Rep 'Kaya Novak' -PassThru</code>
/// <para>Credits one call, and shows it.</para>
/// </example>
/// <seealso cref="ImportCallNoteCommand"/>
[Cmdlet(VerbsCommon.Set, "CallNote", SupportsShouldProcess = true)]
[OutputType(typeof(CallNote))]
public sealed class SetCallNoteCommand : ChangeCmdlet
{
    /// <summary>UUIDs of call notes, also from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public Guid[] Id { get; set; } = [];

    /// <summary>The rep who made the calls: id, name, or an object with a RepId.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RepId")]
    [RepSelector]
    [ArgumentCompleter(typeof(RepCompleter))]
    public string Rep { get; set; } = "";

    /// <summary>Writes the credited calls.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (var id in Id) Guard(() => Credit(id));
    }

    private void Credit(Guid id)
    {
        if (!Agreed($"{id}", $"Credit call to {Rep}", out var dryRun)) return;
        var credited = CallNotes.SetRep(Opened, id, Rep, dryRun, StopToken);
        if (PassThru && !dryRun) WriteObject(credited);
    }
}
