using System.Collections.Concurrent;
using Progress.Files;

namespace Progress.Reps;

/// <summary>A file of call notes, read on a thread of its own while its rows are written.</summary>
internal sealed class CallNoteFile : IDisposable
{
    private const int BatchSize = 256;
    private const int BatchesAhead = 8;

    private readonly long? length;
    private readonly HashingStream hashing;
    private readonly ImportOptions options;

    private CallNoteFile(string path, FileStream file, ImportOptions options)
    {
        (Path, this.options) = (path, options);
        length = file.CanSeek ? file.Length : null;
        hashing = new HashingStream(file, path);
    }

    public string Path { get; }

    /// <summary>SHA-256 of what was read.</summary>
    public string Sha256 => hashing.Sha256;

    public (long Done, long? Total) Position => (hashing.Done, length);

    public static CallNoteFile Open(string path, ImportOptions options) => new(System.IO.Path.GetFullPath(path), InputFile.Open(path), options);

    /// <summary>The rows of the file in batches, parsed ahead.</summary>
    public IEnumerable<NoteRow[]> Batches(CancellationToken cancel)
    {
        using var ahead = new BlockingCollection<NoteRow[]>(BatchesAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAhead(ahead, stop.Token), CancellationToken.None);
        try
        {
            foreach (var batch in ahead.GetConsumingEnumerable(cancel)) yield return batch;
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // The reader must be gone before the file is.
            stop.Cancel();
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
    }

    public void Dispose() => hashing.Dispose();

    private void ReadAhead(BlockingCollection<NoteRow[]> ahead, CancellationToken stop)
    {
        try
        {
            foreach (var batch in Rows().Chunk(BatchSize)) ahead.Add(batch, stop);
        }
        finally
        {
            ahead.CompleteAdding();
        }
    }

    private IEnumerable<NoteRow> Rows() =>
        JsonNotes.TryOpen(hashing, Path, options) is { } notes ? notes.Read() : CallNoteCsv.Read(hashing, Path, options);
}
