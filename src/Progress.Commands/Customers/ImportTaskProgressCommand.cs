using System.Management.Automation;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Imports how far customers are with their tasks.</summary>
/// <remarks>
/// <para>
/// Reads CSV, JSON lines, a JSON array or an answer of Airtable's API with the fields of a progress record. A record is known by its SyncKey, else
/// by customer and task: the same again changes nothing, other values change it, and an empty one leaves what is there. Values that are missing
/// are taken from the catalogue.
/// </para>
/// <para>
/// A file is imported as a whole or not at all. A row that cannot be used refuses it, unless -SkipInvalid. The summary's counts after Read add up
/// to it. Objects of a pipeline are entered with Add-TaskProgress.
/// </para>
/// </remarks>
/// <example>
/// <code>Import-TaskProgress task-progress.csv -CreateCustomer</code>
/// <para>Imports a file, makes the customers who are missing, and says what became of its rows.</para>
/// </example>
/// <example>
/// <code>(Import-TaskProgress task-progress.csv -SkipInvalid -WhatIf).Problems | Format-Table</code>
/// <para>Reads everything, writes nothing, and shows what cannot be used.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem task-progress*.csv | ForEach-Object { Import-TaskProgress -LiteralPath $_ -SkipInvalid -RejectPath "rejects-$($_.Name)" }</code>
/// <para>Imports what is sound of several files, and writes the other rows of each to another, to be repaired and imported from there.</para>
/// </example>
/// <seealso cref="AddTaskProgressCommand"/>
[Cmdlet(VerbsData.Import, "TaskProgress", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(TaskImportSummary))]
public sealed class ImportTaskProgressCommand : FileImportCmdlet
{
    /// <summary>Makes customers whom the store does not know, instead of refusing their rows.</summary>
    [Parameter]
    public SwitchParameter CreateCustomer { get; set; }

    /// <inheritdoc/>
    protected override string Action => "Import task progress";

    /// <inheritdoc/>
    protected override object Import(string path, bool dryRun) => TaskProgressImport.FromFile(
        Opened, path, Treated(new TaskProgressImportOptions { CreateCustomers = CreateCustomer, Report = Report }, dryRun), StopToken);
}
