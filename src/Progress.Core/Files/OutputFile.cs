using System.Text;

namespace Progress.Files;

/// <summary>
/// The one way to write an output file: into a temporary file in the same folder, which takes the place of the old one
/// only when all is written. A device such as <c>/dev/stdout</c> or a pipe is written directly.
/// </summary>
/// <remarks>Disposing without <see cref="Commit"/> leaves everything as it was.</remarks>
/// <exception cref="ProgressException"><c>OutputFailed</c>, from every member that writes.</exception>
public sealed class OutputFile : Stream
{
    private readonly string path;
    private readonly string? temporary;
    private readonly FileStream file;
    private bool committed;

    private OutputFile(string path)
    {
        this.path = path;
        (file, temporary) = Guard(() => OutputTarget.Open(path));
    }

    /// <summary>Begins to write a file. Its folder must exist.</summary>
    public static OutputFile Create(string path) => new(path);

    /// <summary>Makes the folder of a file that Progress itself keeps; one that a user named must exist.</summary>
    public static void MakeFolder(string path) => Guard(path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));

    /// <summary>Writes a whole file.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        using var file = Create(path);
        write(file);
        file.Commit();
    }

    /// <summary>Writes a whole text file.</summary>
    public static void Write(string path, Encoding encoding, Action<TextWriter> write) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, encoding, leaveOpen: true);
        write(writer);
    });

    /// <summary>Puts what was written in the place of the file.</summary>
    public void Commit() => Guard(() =>
    {
        // On the disk before it takes the place of the old file: a power cut must not leave an empty one.
        if (temporary is not null) file.Flush(flushToDisk: true);
        file.Dispose();
        if (temporary is not null) File.Move(temporary, OutputTarget.Resolve(path), overwrite: true);
        return committed = true;
    });

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            file.Write(buffer);
        }
        catch (Exception e) when (IsExpected(e))
        {
            throw Failed(path, e);
        }
    }

    /// <inheritdoc/>
    public override void Flush() => Guard(() =>
    {
        file.Flush();
        return true;
    });

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !committed)
        {
            committed = true;
            Discard();
        }

        base.Dispose(disposing);
    }

    private void Discard()
    {
        try
        {
            file.Dispose();
        }
        catch (IOException)
        {
            // The disk that refused the data refuses its last block too; that fault has been thrown already.
        }

        if (temporary is not null) File.Delete(temporary);
    }

    private T Guard<T>(Func<T> action) => Guard(path, action);

    private static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (IsExpected(e))
        {
            throw Failed(path, e);
        }
    }

    private static bool IsExpected(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static ProgressException Failed(string path, Exception cause) =>
        new("OutputFailed", ErrorKind.File, $"'{path}' cannot be written: {cause.Message}", path, cause);
}
