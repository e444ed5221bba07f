using System.CommandLine;
using Progress.Sync;

namespace Progress.Cli;

/// <summary><c>sync</c>; Invoke-CrmSync, and with <c>--watch</c> the background sync as a process.</summary>
internal sealed class SyncCommand : ProgressCommand
{
    private static readonly Option<bool> Watch = new("--watch") { Description = "Go on until Ctrl+C: changes within seconds, everything every few minutes." };

    // Sending what waits may take three seconds; a little more, so that it ends by itself.
    private static readonly TimeSpan WatchGrace = TimeSpan.FromSeconds(3.5);

    public SyncCommand(Terminal terminal)
        : base(
            terminal, "sync", "Send what is pending to the connected systems, and fetch what changed there.",
            SyncOptions.Connections.Word, SyncOptions.Connections.Option, SyncOptions.Direction, SyncOptions.Full, SyncOptions.PushCalls, SyncOptions.Force,
            SyncOptions.Wait, SyncOptions.Pace, SharedOptions.WhatIf, Watch)
    {
        SyncOptions.Connections.Check(this);
        Validators.Add(command =>
        {
            if (command.GetValue(Watch) && command.GetValue(SharedOptions.WhatIf)) command.AddError("--watch and --what-if cannot stand together.");
        });
    }

    protected override int Run(Session session)
    {
        var request = SyncOptions.Request(session);
        if (session.Get(Watch)) return WatchOn(session, request);
        if (session.Get(SharedOptions.WhatIf))
        {
            var plan = CrmSync.Plan(session.ReadStore, request);
            return session.Result(plan, page => SyncView.Show(page, plan));
        }

        using var progress = session.Progress();
        var results = CrmSync.Invoke(session.Store, request with { Report = progress.Report }, session.Cancel).ToList();
        progress.Dispose();
        return session.Result(results, page => SyncView.Show(page, results), CodeOf(results));
    }

    /// <summary>Being stopped is how it ends, so that is no failure.</summary>
    private static int WatchOn(Session session, SyncRequest request)
    {
        session.EndWithin(WatchGrace);
        _ = session.Each(SyncWatch.Run(session.Store, request, session.Cancel), SyncView.ShowPass).Count();
        return ExitCode.Done;
    }

    private static int CodeOf(List<SyncResult> results) => results.TrueForAll(r => r.Status == SyncOutcome.Failed)
        ? ExitCode.Failed
        : results.Exists(r => r.ExitCode != ExitCode.Done) ? ExitCode.Partly : ExitCode.Done;
}
