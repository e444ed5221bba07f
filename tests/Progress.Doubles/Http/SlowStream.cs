namespace Progress.Doubles;

/// <summary>A body whose second half is waited for.</summary>
internal sealed class SlowStream(byte[] body, Action wait) : Stream
{
    private readonly MemoryStream all = new(body, writable: false);
    private bool waited;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => all.Position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var half = body.Length / 2;
        if (all.Position < half)
            return all.Read(buffer, offset, Math.Min(count, half - (int)all.Position));
        if (!waited)
            wait();
        waited = true;
        return all.Read(buffer, offset, count);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
