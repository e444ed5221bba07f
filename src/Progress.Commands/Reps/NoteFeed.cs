using System.Collections.Concurrent;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Hands notes, as the pipeline brings them, to an import on a thread of its own; neither gets far ahead of the other.</summary>
internal sealed class NoteFeed : IDisposable
{
    private const int NotesAhead = 4096;

    private readonly BlockingCollection<SourceNote> notes = new(NotesAhead);
    private readonly CancellationTokenSource ended;
    private readonly Task<ImportSummary> import;

    public NoteFeed(Func<IEnumerable<SourceNote>, CancellationToken, ImportSummary> work, CancellationToken stop)
    {
        ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        import = Task.Run(() => Run(work), CancellationToken.None);
    }

    /// <exception cref="ProgressException">The import ended before its notes did, and why.</exception>
    public void Add(SourceNote note)
    {
        try
        {
            notes.Add(note, ended.Token);
        }
        catch (OperationCanceledException)
        {
            import.GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>There are no more notes: waits for the import.</summary>
    public ImportSummary Complete()
    {
        notes.CompleteAdding();
        return import.GetAwaiter().GetResult();
    }

    /// <summary>Ends the import; unless it was completed, everything is as it was before.</summary>
    public void Dispose()
    {
        ended.Cancel();
        // The store must not be closed under it.
        ((IAsyncResult)import).AsyncWaitHandle.WaitOne();
        ended.Dispose();
        notes.Dispose();
    }

    private ImportSummary Run(Func<IEnumerable<SourceNote>, CancellationToken, ImportSummary> work)
    {
        try
        {
            return work(notes.GetConsumingEnumerable(ended.Token), ended.Token);
        }
        finally
        {
            ended.Cancel();
        }
    }
}
