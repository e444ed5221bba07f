using System.Management.Automation;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Gets values that a sync could not settle by itself.</summary>
/// <remarks>
/// Newest first. Local and Remote are both sides' values as JSON, Name is the rep, customer or task concerned, and NextStep says what each decision does. Until
/// somebody decides, sync goes on with all else, and nothing that is shown here falls.
/// </remarks>
/// <example>
/// <code>Get-CrmConflict</code>
/// <para>All that wait for a decision.</para>
/// </example>
/// <example>
/// <code>Get-CrmConflict twenty -IncludeResolved | Where-Object Field -eq totalXp | Format-List</code>
/// <para>Everything that was ever odd about XP, with both values.</para>
/// </example>
/// <seealso cref="ResolveCrmConflictCommand"/>
[Cmdlet(VerbsCommon.Get, "CrmConflict", SupportsPaging = true)]
[OutputType(typeof(CrmConflict))]
public sealed class GetCrmConflictCommand : ConnectionCmdlet
{
    /// <summary>Only conflicts of these numbers, open or resolved.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConflictCompleter))]
    public long[] Id { get; set; } = [];

    /// <summary>Lists resolved ones, too.</summary>
    [Parameter]
    public SwitchParameter IncludeResolved { get; set; }

    /// <inheritdoc/>
    protected override void Work(string? pattern)
    {
        if (Id.Length == 0) WriteAll(CrmConflicts.List(Opened, pattern, IncludeResolved));
        else foreach (var id in Id) Guard(() => WriteAll([CrmConflicts.Find(Opened, id)]));
    }
}
