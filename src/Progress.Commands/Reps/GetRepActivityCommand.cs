using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets activities that were entered.</summary>
/// <remarks>In order of time. Those that were undone are listed, too, and say so; calls are what Get-CallNote lists.</remarks>
/// <example>
/// <code>Get-RepActivity 'Kaya Novak' -Since 2026-09-01</code>
/// <para>What one rep did besides calls since September.</para>
/// </example>
/// <example>
/// <code>Get-RepActivity | Group-Object Kind -NoElement | Sort-Object Count -Descending</code>
/// <para>How often each kind was entered for the team.</para>
/// </example>
/// <seealso cref="AddRepActivityCommand"/>
[Cmdlet(VerbsCommon.Get, "RepActivity", SupportsPaging = true)]
[OutputType(typeof(RepActivity))]
public sealed class GetRepActivityCommand : RepReadCmdlet<RepActivity>
{
    /// <summary>Only from this time on, in ISO 8601; without an offset in each rep's zone.</summary>
    [Parameter]
    public IsoTime? Since { get; set; }

    /// <summary>Only up to the end of this local day of the rep, in ISO 8601.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<RepActivity> Read(IReadOnlyCollection<string> reps) => RepActivities.List(Opened, reps, Since, AsOf);
}
