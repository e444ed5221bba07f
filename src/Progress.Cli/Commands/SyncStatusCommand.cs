using Progress.Reports;
using Progress.Sync;

namespace Progress.Cli;

/// <summary><c>sync-status</c>; Get-CrmSyncStatus.</summary>
internal sealed class SyncStatusCommand : ProgressCommand
{
    private static readonly Table<CrmSyncStatus> Statuses = new(
        new("Connection", s => s.Connection),
        new("State", s => s.State),
        new("Pending", s => s.Pending, ReportFormat.Number),
        new("Refused", s => s.Refused, ReportFormat.Number),
        new("Conflicts", s => s.OpenConflicts, ReportFormat.Number),
        new("Local calls", s => s.LocalOnlyCalls, ReportFormat.Number),
        new("Last push", s => s.LastPush, ReportFormat.Time),
        new("Last pull", s => s.LastPull, ReportFormat.Time));

    private static readonly Table<CrmRefusal> Refusals = new(
        new("Refused", r => r.Name ?? r.Key), new("Entity", r => r.Entity), new("Since", r => r.Since, ReportFormat.Time), new("Reason", r => r.Reason));

    public SyncStatusCommand(Terminal terminal)
        : base(terminal, "sync-status", "How the connections stand, and what to do next; asks nobody.", SyncOptions.Connections.Word, SyncOptions.Connections.Option) =>
        SyncOptions.Connections.Check(this);

    protected override int Run(Session session)
    {
        var statuses = CrmSyncStatuses.Get(session.ReadStore, session.Remote(), SyncOptions.Connections.Of(session));
        return session.Result(statuses, page => Show(page, statuses));
    }

    private static void Show(Page page, IReadOnlyList<CrmSyncStatus> statuses)
    {
        page.Table(statuses, Statuses, "This store is connected with nothing. Connect-Crm makes a connection.");
        foreach (var status in statuses)
        {
            if (status.Error is { } error) page.Line($"{status.Connection}: since {ReportValue.Show(status.ErrorSince, ReportFormat.Time)}: {error}");
            if (status.NextStep is { } next) page.Line($"{status.Connection}: {next}");
        }

        var refused = statuses.SelectMany(s => s.Refusals).ToList();
        if (refused.Count == 0) return;
        page.Heading("What is refused");
        page.Table(refused, Refusals);
    }
}
