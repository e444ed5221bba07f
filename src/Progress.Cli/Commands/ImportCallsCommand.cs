using System.CommandLine;
using Progress.Reports;
using Progress.Reps;

namespace Progress.Cli;

/// <summary><c>import-calls</c>; Import-CallNote.</summary>
internal sealed class ImportCallsCommand(Terminal terminal) : ProgressCommand(
    terminal, "import-calls", "Import call notes from CSV or JSON; what is known already changes nothing.",
    File, KnownRepsOnly, SkipInvalid, RejectPath, CsvOptions.Dialect, CsvOptions.Culture, SharedOptions.Reason, SharedOptions.WhatIf)
{
    private const int ProblemsShown = 20;

    private static readonly Argument<string> File = new("path") { Description = "CSV with the columns id, title, createdAt and workspaceMemberId; JSON; JSON lines." };
    private static readonly Option<bool> KnownRepsOnly = new("--known-reps-only") { Description = "Make calls of reps whom the store does not know invalid, instead of adding the reps." };
    private static readonly Option<bool> SkipInvalid = new("--skip-invalid") { Description = "Import the sound rows of a file that has unsound ones; exit code 1." };
    private static readonly Option<string?> RejectPath = new("--reject-path") { Description = "Where --skip-invalid writes the rows that it skips.", HelpName = "file", Validators = { OptionRules.NotEmpty } };

    private static readonly Table<ImportProblem> Problems = new(
        new("Line", p => p.Line, ReportFormat.Number), new("Field", p => p.Field), new("Value", p => p.Value), new("Reason", p => p.Reason));

    protected override int Run(Session session)
    {
        using var progress = session.Progress();
        var options = new ImportOptions
        {
            KnownRepsOnly = session.Get(KnownRepsOnly), SkipInvalid = session.Get(SkipInvalid), RejectPath = session.Get(RejectPath),
            WhatIf = session.Get(SharedOptions.WhatIf), Format = CsvOptions.Format(session), Report = progress.Report,
        };
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
        if (summary.Problems.Count == 0) return;
        page.Heading("Problem rows");
        page.Table([.. summary.Problems.Take(ProblemsShown)], Problems);
        var more = summary.Invalid + summary.UnknownDisposition - Math.Min(ProblemsShown, summary.Problems.Count);
        if (more > 0) page.Line(FormattableString.Invariant($"… and {more:N0} more; --json lists up to {ImportSummary.MaxProblems:N0}."));
    }
}
