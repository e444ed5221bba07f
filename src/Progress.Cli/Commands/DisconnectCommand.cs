using System.CommandLine;
using Progress.Sync;

namespace Progress.Cli;

/// <summary><c>disconnect</c>; Disconnect-Crm.</summary>
internal sealed class DisconnectCommand : ProgressCommand
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);
    private static readonly ConnectionChoice Choice = new("--name", "The connection's name.", needed: true);
    private static readonly Option<TimeSpan?> Timeout = new("--timeout")
    {
        Description = "How long sending may take; 10 by default.", HelpName = "seconds", CustomParser = OptionRules.Seconds,
    };

    public DisconnectCommand(Terminal terminal)
        : base(
            terminal, "disconnect", "End a connection, after sending what is pending; exit code 1 when something is left.",
            Choice.Word, Choice.Option, Timeout, SharedOptions.Reason, SharedOptions.WhatIf) =>
        Choice.Check(this);

    protected override int Run(Session session)
    {
        var name = Choice.Of(session)!;
        if (session.Get(SharedOptions.WhatIf))
        {
            var plan = CrmSync.Plan(session.Store, new SyncRequest { Connection = name, Direction = SyncDirection.Push });
            return session.Result(plan, page => SyncView.Show(page, plan));
        }

        using var progress = session.Progress();
        var left = CrmSession.End(session.Store, name, session.Get(Timeout) ?? Usual, session.Remote(), progress.Report, session.Cancel);
        progress.Dispose();
        return session.Result(left, page => Show(page, left), left.Pending + left.Refused > 0 ? ExitCode.Partly : ExitCode.Done);
    }

    private static void Show(Page page, CrmSyncStatus left)
    {
        page.Line($"Disconnected {left.Connection}.");
        if (left.Pending + left.Refused == 0) return;
        page.Facts(new("Not sent", left.Pending), new("Refused", left.Refused));
        page.Line($"{(left.Error is { } error ? $"{error} " : "")}They stay in the outbox; the next Connect-Crm sends them.");
    }
}
