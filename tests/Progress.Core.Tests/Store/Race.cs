namespace Progress.Tests.Store;

/// <summary>Several threads that begin at the same moment.</summary>
internal static class Race
{
    /// <summary>Runs the work on each thread, and throws what went wrong on any.</summary>
    public static void Run(int threads, Action<int> work)
    {
        using var start = new Barrier(threads);
        var tasks = Enumerable.Range(0, threads).Select(i => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                work(i);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        Task.WhenAll([.. tasks]).GetAwaiter().GetResult();
    }
}
