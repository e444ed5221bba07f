using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets calls.</summary>
/// <remarks>
/// In order of time. Without a rep all calls, also those that nobody is credited with. A call's first properties import again.
/// </remarks>
/// <example>
/// <code>Get-CallNote 'Kaya Novak' -From 2026-09-30</code>
/// <para>Her calls of one day and later.</para>
/// </example>
/// <example>
/// <code>Get-CallNote -Unattributed | Set-CallNote -Rep 'Kaya Novak'</code>
/// <para>Credits calls whose notes name no rep.</para>
/// </example>
/// <seealso cref="ImportCallNoteCommand"/>
[Cmdlet(VerbsCommon.Get, "CallNote", SupportsPaging = true)]
[OutputType(typeof(CallNote))]
public sealed class GetCallNoteCommand : RepReadCmdlet<CallNote>
{
    /// <summary>Only calls that nobody is credited with.</summary>
    [Parameter]
    public SwitchParameter Unattributed { get; set; }

    /// <summary>Only from this local day of the rep on.</summary>
    [Parameter]
    public IsoTime? From { get; set; }

    /// <summary>Only to the end of this local day of the rep.</summary>
    [Parameter]
    [Alias("AsOf")]
    public IsoTime? To { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<CallNote> Read(IReadOnlyCollection<string> reps)
    {
        if (Unattributed && reps.Count > 0)
            throw new ProgressException("UnattributedOfRep", ErrorKind.Usage, "-Unattributed lists calls without a rep; leave -Rep out.", reps.First());
        return CallNotes.List(Opened, reps, Unattributed, From?.ToDay(TimeZoneInfo.Utc), To?.ToDay(TimeZoneInfo.Utc));
    }
}
