using System.Runtime.InteropServices;

namespace Progress.Cli;

/// <summary>Ctrl+C and SIGTERM: work is asked to end, and ends within a second whatever it waits for.</summary>
internal sealed class StopSignal : IDisposable
{
    /// <summary>Time to take a change back in an orderly way; ended without it, SQLite takes it back when the store is opened next.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(700);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private Timer? limit;

    public StopSignal() =>
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];

    public CancellationToken Token => source.Token;

    /// <summary>Time to end in an orderly way.</summary>
    public TimeSpan Grace { get; set; } = Usual;

    /// <summary>What is said when the work did not end in time, before the process does.</summary>
    public Action? Overdue { get; set; }

    /// <summary>128 and the signal's number, as shells count: 130 after Ctrl+C, 143 after SIGTERM.</summary>
    public int ExitCode { get; private set; }

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        limit?.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        // The second one ends the process at once.
        if (limit is not null) return;
        context.Cancel = true;
        ExitCode = context.Signal == PosixSignal.SIGINT ? 130 : 143;
        limit = new Timer(_ => End(), null, Grace, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }

    private void End()
    {
        Overdue?.Invoke();
        Environment.Exit(ExitCode);
    }
}
