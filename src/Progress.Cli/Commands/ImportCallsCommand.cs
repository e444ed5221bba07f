using System.CommandLine;
using Progress.Reps;

namespace Progress.Cli;

/// <summary><c>import-calls</c>; Import-CallNote.</summary>
internal sealed class ImportCallsCommand(Terminal terminal) : ProgressCommand(
    terminal, "import-calls", "Import call notes from CSV or JSON; what is known already changes nothing.",
    File, KnownRepsOnly, ImportFileOptions.SkipInvalid, ImportFileOptions.RejectPath, CsvOptions.Dialect, CsvOptions.Culture, SharedOptions.Reason, SharedOptions.WhatIf)
{
    private static readonly Argument<string> File = new("path") { Description = "CSV with the columns id, title, createdAt and workspaceMemberId; JSON; JSON lines." };
    private static readonly Option<bool> KnownRepsOnly = new("--known-reps-only") { Description = "Make calls of reps whom the store does not know invalid, instead of adding the reps." };

    protected override int Run(Session session)
    {
        using var progress = session.Progress();
        var options = ImportFileOptions.Treated(session, new ImportOptions { KnownRepsOnly = session.Get(KnownRepsOnly) }, progress.Report);
        var summary = CallImport.FromFile(session.Store, session.Get(File), options, session.Cancel);
        progress.Dispose();
        return session.Result(summary, page => Show(page, summary), summary.Skipped > 0 ? ExitCode.Partly : ExitCode.Done);
    }

    private static void Show(Page page, ImportSummary summary)
    {
        page.Heading($"{(summary.WhatIf ? "Would import" : "Imported")} {summary.Source}");
        page.Facts(
            new("Read", summary.Read), new("Imported", summary.Imported), new("Updated", summary.Updated), new("Duplicate", summary.Duplicate),
            new("Secondary", summary.Secondary), new("Not a call", summary.NotACall), new("Invalid", summary.Invalid),
            new("Unattributed", summary.Unattributed));
        page.Line(FormattableString.Invariant($"Of these, {summary.UnknownDisposition:N0} with an unknown disposition, and {summary.Skipped:N0} unsound rows skipped."));
        ProblemView.Show(page, summary.Problems, summary.Invalid + summary.UnknownDisposition);
    }
}
