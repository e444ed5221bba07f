using System.Management.Automation;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Gets what was changed in the store, by whom and why.</summary>
/// <remarks>
/// Newest first. Every change leaves an entry with the old and the new values as JSON; an import leaves one with its file, the file's
/// hash and the counts.
/// </remarks>
/// <example>
/// <code>Get-ProgressAudit -First 10</code>
/// <para>The ten latest changes.</para>
/// </example>
/// <example>
/// <code>Get-Rep 'Kaya Novak' | Get-ProgressAudit -Entity rep | Select-Object At, Who, Reason, Old, New</code>
/// <para>What was changed on one rep.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProgressAudit", SupportsPaging = true)]
[OutputType(typeof(AuditEntry))]
public sealed class GetProgressAuditCommand : StoreCmdlet
{
    /// <summary>Only changes of this kind of thing, e.g. rep, call or activity.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(AuditEntityCompleter))]
    public string? Entity { get; set; }

    /// <summary>Only changes of this one: a rep's id, an activity's key, an imported file.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RepId")]
    public string? Key { get; set; }

    /// <summary>Only changes from this time on, in ISO 8601; without an offset in the time zone of the settings.</summary>
    [Parameter]
    public IsoTime? Since { get; set; }

    /// <inheritdoc/>
    protected override void Process() =>
        WriteAll(AuditLog.Read(Opened, Entity, Key, Since?.ToUtc(TimeZoneInfo.FindSystemTimeZoneById(Settings.Settings.TimeZone))));
}
