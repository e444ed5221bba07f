using Progress.Reports;
using Progress.Reps;

namespace Progress.Cli;

/// <summary>Shows what to train reps in.</summary>
internal static class DiagnosisView
{
    private static readonly Table<RepDiagnosis> Findings = new(
        new("Finding", d => d.Finding is { } stage ? stage : d.Verdict),
        new("Severity", d => d.Severity),
        new("Value", d => d.Value, ReportFormat.Percent),
        new("Target", d => d.Target, ReportFormat.Percent),
        new("Team", d => d.TeamMedian, ReportFormat.Percent),
        new("Calls", d => d.Calls, ReportFormat.Number),
        new("Lost/week", d => d.LostPerWeek, ReportFormat.Number),
        new("Training", d => d.Training.Count == 0 ? d.Recommendation : $"{string.Join(", ", d.Training)}: {d.Recommendation}"));

    public static void Show(Page page, IReadOnlyList<RepDiagnosis> findings)
    {
        if (findings.Count == 0) page.Line(ProgressionView.NoReps);
        foreach (var rep in findings.GroupBy(f => (f.RepId, f.Name)))
        {
            page.Heading(rep.Key.Name);
            page.Table([.. rep], Findings);
        }

        foreach (var finding in findings.Where(f => f.Explanation is not null))
        {
            page.Heading($"{finding.Name}: {finding.Finding}");
            ExplanationView.Show(page, finding.Explanation!);
        }
    }
}
