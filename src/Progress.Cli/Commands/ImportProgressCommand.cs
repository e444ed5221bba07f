using System.CommandLine;
using Progress.Customers;

namespace Progress.Cli;

/// <summary><c>import-progress</c>; Import-TaskProgress.</summary>
internal sealed class ImportProgressCommand(Terminal terminal) : ProgressCommand(
    terminal, "import-progress", "Import how far customers are with their tasks from CSV or JSON; what is known already changes nothing.",
    File, SharedOptions.CreateCustomer, ImportFileOptions.SkipInvalid, ImportFileOptions.RejectPath, CsvOptions.Dialect, CsvOptions.Culture,
    SharedOptions.Reason, SharedOptions.WhatIf)
{
    private static readonly Argument<string> File = new("path")
    {
        Description = "CSV with the columns CustomerId, TaskId or TaskName, and the other fields of a record; JSON; JSON lines.",
    };

    protected override int Run(Session session)
    {
        using var progress = session.Progress();
        var options = ImportFileOptions.Treated(
            session, new TaskProgressImportOptions { CreateCustomers = session.Get(SharedOptions.CreateCustomer) }, progress.Report);
        var summary = TaskProgressImport.FromFile(session.Store, session.Get(File), options, session.Cancel);
        progress.Dispose();
        return session.Result(summary, page => TaskImportView.Show(page, summary), TaskImportView.ExitCodeOf(summary));
    }
}
