namespace Progress.Doubles;

/// <summary>The first half of a body; then the connection breaks.</summary>
internal sealed class CutStream(byte[] body) : MemoryStream(body, 0, body.Length / 2, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => OrBreak(base.Read(buffer, offset, count), count);

    public override int Read(Span<byte> buffer) => OrBreak(base.Read(buffer), buffer.Length);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override void CopyTo(Stream destination, int bufferSize) => throw Broken();

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
        Task.FromException(Broken());

    private static int OrBreak(int read, int wanted) => read > 0 || wanted == 0 ? read : throw Broken();

    private static IOException Broken() => new("The response ended prematurely.");
}
