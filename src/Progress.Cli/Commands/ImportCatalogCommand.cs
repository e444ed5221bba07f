using System.CommandLine;
using Progress.Customers;
using Progress.Import;

namespace Progress.Cli;

/// <summary><c>import-catalog</c>; Import-TaskCatalog.</summary>
internal sealed class ImportCatalogCommand(Terminal terminal) : ProgressCommand(
    terminal, "import-catalog", "Import the catalogue of tasks from CSV or JSON; what is known already changes nothing.",
    File, ImportFileOptions.SkipInvalid, ImportFileOptions.RejectPath, CsvOptions.Dialect, CsvOptions.Culture, SharedOptions.Reason, SharedOptions.WhatIf)
{
    private static readonly Argument<string> File = new("path")
    {
        Description = "CSV with the columns TaskId, TaskName, TaskSource, StageMilestone, CompetencyArea, PriorityLevel, PlatformTool, CompetencyImpact and DependsOn; JSON; JSON lines.",
    };

    protected override int Run(Session session)
    {
        using var progress = session.Progress();
        var options = ImportFileOptions.Treated(session, new FileImportOptions(), progress.Report);
        var summary = TaskCatalogImport.FromFile(session.Store, session.Get(File), options, session.Cancel);
        progress.Dispose();
        return session.Result(summary, page => TaskImportView.Show(page, summary), TaskImportView.ExitCodeOf(summary));
    }
}
