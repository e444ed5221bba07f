using Progress.Reports;
using Progress.Sync;

namespace Progress.Cli;

/// <summary>Shows what syncs did, and would do.</summary>
internal static class SyncView
{
    private static readonly Table<SyncResult> Results = new(
        new("Connection", r => r.Connection),
        new("Status", r => r.Status),
        new("Sent", r => r.Pushed + r.Created, ReportFormat.Number),
        new("Fetched", r => r.Pulled + r.CallNotes, ReportFormat.Number),
        new("Conflicts", r => r.Conflicts, ReportFormat.Number),
        new("Refused", r => r.Refused, ReportFormat.Number),
        new("Pending", r => r.Pending, ReportFormat.Number),
        new("Local calls", r => r.LocalOnlyCalls, ReportFormat.Number),
        new("Calls made", r => r.Calls, ReportFormat.Number));

    private static readonly Table<SyncPlanStep> Steps = new(
        new("Connection", s => s.Connection),
        new("Direction", s => s.Direction),
        new("Step", s => s.Step),
        new("Records", s => s.Records, ReportFormat.Number),
        new("Calls", s => s.Calls, ReportFormat.Number),
        new("Seconds", s => Math.Ceiling(s.Seconds), ReportFormat.Number));

    public static void Show(Page page, IReadOnlyList<SyncResult> results)
    {
        page.Table(results, Results);
        foreach (var result in results)
            foreach (var message in result.Messages) page.Line($"{result.Connection}: {message}");
    }

    /// <summary>A pass in one line, for those who watch; then what a person should know.</summary>
    public static void ShowPass(Page page, SyncResult result)
    {
        page.Line(FormattableString.Invariant(
            $"{ReportValue.Show(result.EndedAt, ReportFormat.Time)}  {result.Connection}  {result.Status}: {result.Pushed + result.Created:N0} sent, {result.Pulled + result.CallNotes:N0} fetched, {result.Pending:N0} pending"));
        foreach (var message in result.Messages) page.Line($"  {message}");
    }

    public static void Show(Page page, IReadOnlyList<SyncPlanStep> steps)
    {
        page.Table(steps, Steps, "Nothing is pending.");
        if (steps.Count > 0) page.Line(FormattableString.Invariant($"At least {steps.Sum(s => s.Calls):N0} calls; nobody was asked, and nothing was written."));
    }
}
