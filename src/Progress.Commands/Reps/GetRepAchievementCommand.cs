using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Gets training facts: modules, exams, certifications, battles, bosses, mentees and approvals.</summary>
/// <remarks>In order of time; also those that did not pass.</remarks>
/// <example>
/// <code>Get-RepAchievement 'Kaya Novak'</code>
/// <para>The training of one rep.</para>
/// </example>
/// <example>
/// <code>Get-RepAchievement | Where-Object { $_.Kind -eq 'Module' -and -not $_.Passed }</code>
/// <para>Modules to be taken again.</para>
/// </example>
/// <seealso cref="AddRepAchievementCommand"/>
[Cmdlet(VerbsCommon.Get, "RepAchievement", SupportsPaging = true)]
[OutputType(typeof(RepAchievement))]
public sealed class GetRepAchievementCommand : RepReadCmdlet<RepAchievement>
{
    /// <summary>Only up to the end of this local day of the rep, in ISO 8601.</summary>
    [Parameter]
    public IsoTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<RepAchievement> Read(IReadOnlyCollection<string> reps) => RepAchievements.List(Opened, reps, AsOf);
}
