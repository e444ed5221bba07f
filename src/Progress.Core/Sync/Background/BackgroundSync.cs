using System.Runtime.InteropServices;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Keeps connections of this process in sync while people work; all of it may be called from any thread.</summary>
/// <remarks>
/// However many want it, each connection of a store has one thread. What is entered goes out within two seconds, everything is exchanged
/// in the period of the remote. When the last who wants it lets go, and when the process ends, what waits is sent for at most three
/// seconds; the rest is in the outbox, and nothing is lost.
/// </remarks>
public static class BackgroundSync
{
    /// <summary>How long an end is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly object Gate = new();
    private static volatile BackgroundWorker[] workers = [];
    private static PosixSignalRegistration[]? signals;

    static BackgroundSync() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End(_ => true);

    /// <summary>Begins to sync a connection; of one that is synced already, adds who wants it, and tries at once what failed.</summary>
    /// <param name="store">The store.</param>
    /// <param name="connection">The connection's name.</param>
    /// <param name="options">Who is at work, and with what; of one that is synced already, those of its beginning hold.</param>
    /// <param name="holder">Who wants it, e.g. an object of the runspace; it counts once, until <see cref="Release"/>.</param>
    public static void Start(StoreLocation store, string connection, BackgroundOptions options, object holder)
    {
        lock (Gate)
        {
            if (workers.FirstOrDefault(w => w.IsOf(store, connection)) is { } running)
            {
                running.Holders.Add(holder);
                running.Retry();
                return;
            }

            // Since .NET 10 a process that is ended by the system, or with its terminal, does not come to ProcessExit.
            signals ??= [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(s => PosixSignalRegistration.Create(s, _ => End(_ => true)))];
            var worker = new BackgroundWorker(store with { Path = Path.GetFullPath(store.Path) }, connection, options);
            worker.Holders.Add(holder);
            worker.Start();
            workers = [.. workers, worker];
        }
    }

    /// <summary>Says that a store has changed. Costs nothing while nothing runs.</summary>
    public static void Signal(StoreLocation store)
    {
        foreach (var worker in workers)
            if (worker.IsOf(store)) worker.Signal();
    }

    /// <summary>What a person should know, each thing once: faults that began or ended, conflicts, records that were refused.</summary>
    public static IReadOnlyList<string> TakeMessages(StoreLocation store) => MessageBox.Take(store);

    /// <summary>Whether a connection is being synced here.</summary>
    public static bool IsRunning(StoreLocation store, string connection) => workers.Any(w => w.IsOf(store, connection));

    /// <summary>Somebody wants nothing any more; connections that nobody else wants end within three seconds, and are waited for.</summary>
    public static void Release(object holder) => End(worker => worker.Holders.Remove(holder) && worker.Holders.Count == 0);

    /// <summary>Ends a connection whoever wants it, e.g. one that is disconnected; it is waited for up to three seconds.</summary>
    public static void Stop(StoreLocation store, string connection) => End(worker => worker.IsOf(store, connection));

    /// <summary>One that ended by itself.</summary>
    internal static void Forget(BackgroundWorker worker)
    {
        lock (Gate) workers = [.. workers.Where(w => w != worker)];
    }

    private static void End(Func<BackgroundWorker, bool> isAtEnd)
    {
        List<BackgroundWorker> ending;
        lock (Gate)
        {
            ending = [.. workers.Where(isAtEnd)];
            workers = [.. workers.Except(ending)];
        }

        if (ending.Count == 0) return;
        foreach (var worker in ending) worker.Stop();
        using var ended = new CancellationTokenSource();
        // A thread that does not end in time dies with the process.
        Task.WaitAny(Task.WhenAll(ending.Select(w => w.Ended)), Task.Delay(Patience, ending[0].Clock, ended.Token));
        ended.Cancel();
    }
}
