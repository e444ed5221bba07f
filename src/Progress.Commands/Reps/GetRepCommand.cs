using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets reps.</summary>
/// <remarks>In order of name. Inactive reps, and those merged into others, are listed with -IncludeInactive.</remarks>
/// <example>
/// <code>Get-Rep</code>
/// <para>All active reps.</para>
/// </example>
/// <example>
/// <code>Get-Rep k* | Get-RepMetric</code>
/// <para>The metrics of all reps whose name begins with K.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "Rep", SupportsPaging = true)]
[OutputType(typeof(Rep))]
public sealed class GetRepCommand : RepReadCmdlet<Rep>
{
    /// <summary>Lists inactive and merged reps, too.</summary>
    [Parameter]
    public SwitchParameter IncludeInactive { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<Rep> Read(IReadOnlyCollection<string> reps) => RepDirectory.List(Opened, reps, IncludeInactive);
}
