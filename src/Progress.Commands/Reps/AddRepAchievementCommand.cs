using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Enters training facts: modules, exams, certifications, battles, bosses, mentees and approvals.</summary>
/// <remarks>
/// A score below the pass mark is kept and does not pass. What pays pays once, whatever is retaken. Rows of a file bind by the names of their
/// columns; an empty cell says nothing. Items are entered by pages in one transaction each; one that is wrong is an error, and the others
/// are entered.
/// </remarks>
/// <example>
/// <code>Add-RepAchievement 'Kaya Novak' module module_2 -Score 0.85 -At 2026-09-30</code>
/// <para>A module passed with 85 %.</para>
/// </example>
/// <example>
/// <code>Add-RepAchievement 'Kaya Novak' battle battle-118 -Level 3 -Outcome win -ObjectionsCleared</code>
/// <para>A practice battle won at level 3, all objections cleared.</para>
/// </example>
/// <example>
/// <code>Import-Csv achievements.csv | Add-RepAchievement | Where-Object Passed -eq $false</code>
/// <para>Enters a file with the columns RepId, Kind, Id, Score and At, and shows what did not pass.</para>
/// </example>
/// <seealso cref="GetRepAchievementCommand"/>
[Cmdlet(VerbsCommon.Add, "RepAchievement", SupportsShouldProcess = true)]
[OutputType(typeof(RepAchievement))]
public sealed class AddRepAchievementCommand : RepEntryCmdlet<NewAchievement, RepAchievement>
{
    /// <summary>What kind of fact it is.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(AchievementKind))]
    public AchievementKind Kind { get; set; }

    /// <summary>Which one: a module, exam, certification, boss or approval; a battle's own id; of a mentee the rep who was mentored.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TrainingCompleter))]
    public string Id { get; set; } = "";

    /// <summary>0 to 1; a module and an exam need one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(double))]
    public double? Score { get; set; }

    /// <summary>Level of a battle, from 1.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(int))]
    public int? Level { get; set; }

    /// <summary>Outcome of a battle: win, lose or abandon.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OutcomeCompleter))]
    [Cell]
    public string? Outcome { get; set; }

    /// <summary>Whether the win of a battle cleared all objections.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public SwitchParameter ObjectionsCleared { get; set; }

    /// <inheritdoc/>
    protected override NewAchievement Item => new(Rep, Kind, Id, Score, Level, Outcome, ObjectionsCleared, At);

    /// <inheritdoc/>
    protected override string Label => $"{Kind.ToString().ToLowerInvariant()} {Id}";

    /// <inheritdoc/>
    protected override IReadOnlyList<Entered<RepAchievement>> Enter(IReadOnlyList<NewAchievement> items, bool dryRun) =>
        RepAchievements.Add(Opened, items, dryRun, StopToken);
}
