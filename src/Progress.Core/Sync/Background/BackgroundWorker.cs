using Progress.Files;
using Progress.Store;

namespace Progress.Sync;

/// <summary>The thread that keeps one connection of this process in sync.</summary>
internal sealed class BackgroundWorker
{
    private readonly StoreLocation store;
    private readonly string connection;
    private readonly SyncLoop loop;
    private readonly SyncNotices notices;
    private readonly WakeUp wake;
    private readonly LastMoments end;
    private readonly TaskCompletionSource ended = new();

    public BackgroundWorker(StoreLocation store, string connection, BackgroundOptions options)
    {
        (this.store, this.connection, Clock) = (store, connection, options.Clock);
        (notices, wake, end) = (new SyncNotices(connection), new WakeUp(options.Clock), new LastMoments(options.Clock));
        loop = new SyncLoop(
            store,
            new StoreOptions { Command = options.Command, User = options.User, TimeZone = options.TimeZone, Customers = options.Customers, Clock = options.Clock, MustExist = true },
            new SyncRequest { Connection = connection, Host = options.Host with { Trace = null } });
    }

    public TimeProvider Clock { get; }

    /// <summary>Who wants it to run; the registry's lock guards it.</summary>
    public HashSet<object> Holders { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Done when the thread is.</summary>
    public Task Ended => ended.Task;

    public bool IsOf(StoreLocation location) => SamePath.Is(store.Path, Path.GetFullPath(location.Path));

    public bool IsOf(StoreLocation location, string name) => IsOf(location) && connection.Equals(name, StringComparison.OrdinalIgnoreCase);

    public void Start() =>
        // The thread outlives the command that starts it, so it takes nothing of its context along.
        new Thread(Run) { IsBackground = true, Name = $"Progress sync of {connection}" }.UnsafeStart();

    /// <summary>Says that something changed.</summary>
    public void Signal() => wake.Ring();

    /// <summary>Says that the connection was made anew, so that it is worth trying.</summary>
    public void Retry()
    {
        loop.Forgive();
        wake.Ring();
    }

    /// <summary>Begins to end it; <see cref="Ended"/> says when it is done.</summary>
    public void Stop()
    {
        end.Begin();
        wake.Ring();
    }

    private void Run()
    {
        try
        {
            using (loop)
            {
                while (!end.Begun.IsCancellationRequested && !loop.IsOver)
                {
                    Tell(loop.Step(end));
                    if (!loop.IsOver) wake.Wait(loop.Rest);
                }

                Tell(loop.Finish(end));
            }
        }
        finally
        {
            BackgroundSync.Forget(this);
            ended.SetResult();
        }
    }

    private void Tell(SyncResult? result)
    {
        if (result is null) return;
        foreach (var message in notices.Of(result)) MessageBox.Put(store, message);
    }
}
