using System.Collections.Concurrent;
using Progress.Files;

namespace Progress.Import;

/// <summary>A file to import, read on a thread of its own while its rows are written.</summary>
internal sealed class SourceFile : IDisposable
{
    private const int BatchSize = 256;
    private const int BatchesAhead = 8;

    private readonly long? length;
    private readonly HashingStream hashing;

    private SourceFile(string path, FileStream file)
    {
        Path = path;
        length = file.CanSeek ? file.Length : null;
        hashing = new HashingStream(file, path);
    }

    public string Path { get; }

    /// <summary>What it holds, to be read once.</summary>
    public HashingStream Stream => hashing;

    /// <summary>SHA-256 of what was read.</summary>
    public string Sha256 => hashing.Sha256;

    public (long Done, long? Total) Position => (hashing.Done, length);

    public static SourceFile Open(string path) => new(System.IO.Path.GetFullPath(path), InputFile.Open(path));

    /// <summary>Rows of the file in batches, parsed ahead.</summary>
    public IEnumerable<T[]> Batches<T>(IEnumerable<T> rows, CancellationToken cancel)
    {
        using var ahead = new BlockingCollection<T[]>(BatchesAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAhead(rows, ahead, stop.Token), CancellationToken.None);
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

    private static void ReadAhead<T>(IEnumerable<T> rows, BlockingCollection<T[]> ahead, CancellationToken stop)
    {
        try
        {
            foreach (var batch in rows.Chunk(BatchSize)) ahead.Add(batch, stop);
        }
        finally
        {
            ahead.CompleteAdding();
        }
    }
}
