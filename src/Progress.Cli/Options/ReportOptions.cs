using System.CommandLine;
using Progress.Reports;

namespace Progress.Cli;

/// <summary>A report that was written.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Kind">What it is written as.</param>
/// <param name="Title">The report's title.</param>
public sealed record WrittenReport(string Path, ReportKind Kind, string Title);

/// <summary>Where a report is written, and as what.</summary>
internal static class ReportOptions
{
    public static Option<string> Out { get; } = new("--out")
    {
        Description = "The file; .md, .csv or .html says what it is written as.", HelpName = "file", Required = true, Validators = { OptionRules.NotEmpty },
    };

    public static Option<ReportKind?> Kind { get; } = new("--kind")
    {
        Description = "What it is written as, where the file's name does not say.", HelpName = "markdown|csv|html",
        CustomParser = result => OptionRules.OneOf<ReportKind>(result),
    };

    /// <summary>Makes a report, once it is known where to, and writes it.</summary>
    public static int Write(Session session, Func<Report> make)
    {
        var path = Path.GetFullPath(session.Get(Out)!);
        var kind = session.Get(Kind) ?? ReportWriter.KindOf(path);
        var report = make();
        ReportWriter.WriteFile(report, path, kind, CsvOptions.Format(session));
        var written = new WrittenReport(path, kind, report.Title);
        return session.Result(written, page => page.Verbatim($"Wrote {written.Title} to {written.Path}"));
    }
}
