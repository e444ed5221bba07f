using Progress.Store;

namespace Progress.Sync;

/// <summary>Syncs as the background does, in the foreground, until it is stopped.</summary>
public static class SyncWatch
{
    /// <summary>Passes as they are made, the first at once.</summary>
    /// <remarks>
    /// Once cancelled, it still sends for up to three seconds what waits, and ends. Faults are results, and what failed is tried again
    /// after 5 seconds, later up to 5 minutes. It also ends when all of its connections have been removed.
    /// </remarks>
    /// <param name="store">The store; the watch opens connections of its own to it.</param>
    /// <param name="request">What to sync, and how; <c>Full</c> and <c>Force</c> are for the first pass, <c>Wait</c> is not used.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="ProgressException"><c>ConnectionNotFound</c>; <c>NotConnected</c>; <c>InvalidPace</c>; <c>InvalidSettings</c>.</exception>
    public static IEnumerable<SyncResult> Run(ProgressStore store, SyncRequest request, CancellationToken cancel)
    {
        var clock = store.Options.Clock;
        var (wake, loops) = (new WakeUp(clock), Loops(store, request));
        using var end = new LastMoments(clock);
        using var stop = cancel.Register(() =>
        {
            end.Begin();
            wake.Ring();
        });
        try
        {
            while (!cancel.IsCancellationRequested && loops.Exists(l => !l.IsOver))
            {
                foreach (var loop in loops.Where(l => !l.IsOver))
                    if (loop.Step(end) is { } result) yield return result;
                wake.Wait(loops.Where(l => !l.IsOver).Select(l => l.Rest).DefaultIfEmpty().Min());
            }

            foreach (var loop in loops)
                if (loop.Finish(end) is { } result) yield return result;
        }
        finally
        {
            loops.ForEach(l => l.Dispose());
        }
    }

    private static List<SyncLoop> Loops(ProgressStore store, SyncRequest request) =>
        [.. CrmSync.Connections(store, request).Select(c => new SyncLoop(store.Location, store.Options, request with { Connection = c.Name }, isDue: true))];
}
