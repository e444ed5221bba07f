using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Keeps one connection in sync, step by step, with a store connection of its own; all steps are on one thread.</summary>
/// <remarks>Between steps, whoever runs it waits <see cref="Rest"/>. No fault gets out.</remarks>
/// <param name="location">The store.</param>
/// <param name="options">Who is at work.</param>
/// <param name="request">The connection, and how to sync it.</param>
/// <param name="isDue">Whether everything is due at the beginning, however recently others did it.</param>
internal sealed class SyncLoop(StoreLocation location, StoreOptions options, SyncRequest request, bool isDue = false) : IDisposable
{
    private readonly string name = request.Connection!;
    private readonly SyncRhythm rhythm = new(options.Clock, request.Host.Chance, request.Direction, isDue);
    private SyncRequest request = request with { Wait = TimeSpan.Zero };
    private ProgressStore? store;
    private SyncLook? look;
    private long version;
    private bool isPaused;
    private volatile bool isForgiven;

    /// <summary>How long nothing is to be done.</summary>
    public TimeSpan Rest { get; private set; }

    /// <summary>Whether there is no such connection any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Lets the next step try at once what failed; for any thread.</summary>
    public void Forgive() => isForgiven = true;

    /// <summary>Does what is due.</summary>
    /// <returns>The pass that was made; null where none was.</returns>
    public SyncResult? Step(LastMoments end) => Guard(() =>
    {
        if (isForgiven) rhythm.Forgive();
        isForgiven = false;
        // A store that failed is left alone for a while, too.
        if (store is null && rhythm.IsFailing) return null;
        var (wait, direction) = rhythm.Next(Look());
        if (wait > TimeSpan.Zero)
        {
            Rest = wait < SyncRhythm.Look ? wait : SyncRhythm.Look;
            return null;
        }

        // What is being sent when the end comes may still arrive.
        return Pass(direction, direction == SyncDirection.Push ? end.Over : end.Begun);
    });

    /// <summary>Sends what waits, where that promises to work.</summary>
    public SyncResult? Finish(LastMoments end) => Guard(() =>
    {
        if (IsOver || rhythm.IsFailing || request.Direction == SyncDirection.Pull || Look().Waiting.Records == 0) return null;
        return Pass(SyncDirection.Push, end.Over);
    });

    public void Dispose() => store?.Dispose();

    private SyncLook Look()
    {
        store ??= ProgressStore.Open(location, options);
        var now = SyncLook.Version(store);
        if (look is not null && version == now) return look;
        version = now;
        return look = SyncLook.Read(store, name);
    }

    private SyncResult? Pass(SyncDirection direction, CancellationToken cancel)
    {
        if (isPaused && UserSettings.Load(location.Folder).Sync.Paused)
        {
            rhythm.Hold();
            return null;
        }

        // Of our own changes the store's version says nothing.
        var entities = Providers.Outbox(look!.Connection.Provider);
        look = null;
        var result = CrmSync.Invoke(store!, request with { Direction = direction }, cancel).Single();
        Rest = TimeSpan.Zero;
        isPaused = result.Status == SyncOutcome.Paused;
        if (isPaused) rhythm.Hold();
        else if (result.Status == SyncOutcome.Failed) rhythm.Fail();
        else rhythm.End(result, OutboxMark.Read(store!, entities), isNews: SyncLook.Version(store!) != version);
        // Everything again, and by force, is asked for once.
        if (!isPaused) request = request with { Full = false, Force = false };
        return result;
    }

    private SyncResult? Guard(Func<SyncResult?> work)
    {
        Rest = SyncRhythm.Look;
        try
        {
            return work();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (ProgressException busy) when (busy.Id == "SyncBusy")
        {
            rhythm.Hold();
            return null;
        }
        catch (ProgressException none) when (none.Id is "ConnectionNotFound" or "NotConnected")
        {
            IsOver = true;
            return null;
        }
        catch (Exception fault)
        {
            // Whatever it was, the next try begins afresh.
            store?.Dispose();
            (store, look) = (null, null);
            rhythm.Fail();
            var now = options.Clock.GetUtcNow().UtcDateTime;
            return new SyncResult
            {
                Connection = name, Direction = request.Direction, StartedAt = now, EndedAt = now, Status = SyncOutcome.Failed,
                Messages = new[] { fault is ProgressException ? fault.Message : $"an unexpected fault: {fault.GetType().Name}: {fault.Message}" },
            };
        }
    }
}
