namespace Progress.Doubles;

/// <summary>What is known about the request in hand.</summary>
/// <param name="Fault">What is to go wrong with it.</param>
internal sealed record CallContext(ApiKey Key, DateTime Now, TwentyOptions Options, Random Random, Fault? Fault)
{
    public bool ViaGraphQl { get; init; }

    /// <summary>The time whose state reads see; null the present.</summary>
    public DateTime? AsOf { get; } =
        Fault is { Kind: FaultKind.Stale } stale ? Now - stale.Time
        : Options.ReplicaLagMs > 0 ? Now.AddMilliseconds(-Options.ReplicaLagMs)
        : null;

    /// <summary>Versions are kept from this time on; null keeps the last few.</summary>
    public DateTime? KeepSince { get; } = Options.ReplicaLagMs > 0 ? Now.AddMilliseconds(-Options.ReplicaLagMs) : null;

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }
}
