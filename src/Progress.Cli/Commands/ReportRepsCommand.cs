using System.CommandLine;
using Progress.Reports;
using Progress.Reps;

namespace Progress.Cli;

/// <summary>A report that was written.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Kind">What it is written as.</param>
/// <param name="Title">The report's title.</param>
public sealed record WrittenReport(string Path, ReportKind Kind, string Title);

/// <summary><c>report reps</c>; New-RepReport.</summary>
internal sealed class ReportRepsCommand(Terminal terminal) : ProgressCommand(
    terminal, "reps", "Write the team report, or one rep's card, as Markdown, CSV or HTML.",
    Out, Rep, Kind, SharedOptions.AsOf, CsvOptions.Dialect, CsvOptions.Culture)
{
    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file; .md, .csv or .html says what it is written as.", HelpName = "file", Required = true, Validators = { OptionRules.NotEmpty },
    };

    private static readonly Option<string?> Rep = new("--rep") { Description = "One rep's card: id or name.", HelpName = "rep", Validators = { OptionRules.NotEmpty } };

    private static readonly Option<ReportKind?> Kind = new("--kind")
    {
        Description = "What it is written as, where the file's name does not say.", HelpName = "markdown|csv|html",
        CustomParser = result => OptionRules.OneOf<ReportKind>(result),
    };

    protected override int Run(Session session)
    {
        var path = Path.GetFullPath(session.Get(Out)!);
        var kind = session.Get(Kind) ?? ReportWriter.KindOf(path);
        var report = session.Get(Rep) is { } rep
            ? RepReports.Card(session.ReadStore, rep, session.Get(SharedOptions.AsOf))
            : RepReports.Team(session.ReadStore, session.Get(SharedOptions.AsOf));
        ReportWriter.WriteFile(report, path, kind, CsvOptions.Format(session));
        var written = new WrittenReport(path, kind, report.Title);
        return session.Result(written, page => page.Verbatim($"Wrote {written.Title} to {written.Path}"));
    }
}
