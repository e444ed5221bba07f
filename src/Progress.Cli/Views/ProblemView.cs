using Progress.Import;
using Progress.Reports;

namespace Progress.Cli;

/// <summary>Shows rows that could not be used, of very many the first.</summary>
internal static class ProblemView
{
    private const int Shown = 20;

    private static readonly Table<ImportProblem> OfFile = new(
        new("Line", p => p.Line, ReportFormat.Number), new("Field", p => p.Field), new("Value", p => p.Value), new("Reason", p => Wording.Of(p.Reason)));

    private static readonly Table<RowProblem> OfEntries = new(
        new("Line", p => p.Line, ReportFormat.Number), new("Error", p => p.Id), new("Message", p => p.Message));

    public static void Show(Page page, IReadOnlyList<ImportProblem> problems, long all) => Show(page, "Problem rows", problems, all, OfFile);

    public static void Show(Page page, IReadOnlyList<RowProblem> problems, long all) => Show(page, "Rows that failed", problems, all, OfEntries);

    private static void Show<T>(Page page, string heading, IReadOnlyList<T> problems, long all, Table<T> table)
    {
        if (problems.Count == 0) return;
        page.Heading(heading);
        page.Table([.. problems.Take(Shown)], table);
        var more = all - Math.Min(Shown, problems.Count);
        if (more > 0) page.Line(FormattableString.Invariant($"… and {more:N0} more; --json lists up to {ImportProblem.MaxListed:N0}."));
    }
}
