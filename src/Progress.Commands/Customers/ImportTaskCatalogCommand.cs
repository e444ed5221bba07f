using System.Management.Automation;
using Progress.Customers;
using Progress.Import;

namespace Progress.Commands;

/// <summary>Imports the catalogue of tasks.</summary>
/// <remarks>
/// <para>
/// Reads CSV, JSON lines, a JSON array or an answer of Airtable's API with the fields TaskId, TaskName, TaskSource, StageMilestone, CompetencyArea,
/// PriorityLevel, PlatformTool, CompetencyImpact and DependsOn. A task is known by its id: the same again changes nothing, other values change
/// it, and a task that the file does not have stays.
/// </para>
/// <para>
/// A file is imported as a whole or not at all. A row that cannot be used refuses it, unless -SkipInvalid. A dependency must be a task of the file
/// or of the catalogue. Texts of stages that mean no milestone are listed, and stop nothing.
/// </para>
/// </remarks>
/// <example>
/// <code>Import-TaskCatalog task-catalog.csv</code>
/// <para>Imports a file, and says what became of its rows.</para>
/// </example>
/// <example>
/// <code>(Import-TaskCatalog task-catalog.csv -WhatIf).UnmappedMilestones</code>
/// <para>Writes nothing, and lists the stages that mean no milestone.</para>
/// </example>
/// <example>
/// <code>Import-TaskCatalog task-catalog.csv -SkipInvalid -RejectPath rejects.csv</code>
/// <para>Imports what is sound, and writes the other rows to a file, to be repaired and imported from there.</para>
/// </example>
/// <seealso cref="GetTaskCatalogCommand"/>
[Cmdlet(VerbsData.Import, "TaskCatalog", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(TaskImportSummary))]
public sealed class ImportTaskCatalogCommand : FileImportCmdlet
{
    /// <inheritdoc/>
    protected override string Action => "Import the catalogue of tasks";

    /// <inheritdoc/>
    protected override object Import(string path, bool dryRun) =>
        TaskCatalogImport.FromFile(Opened, path, Treated(new FileImportOptions { Report = Report }, dryRun), StopToken);
}
