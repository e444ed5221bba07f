namespace Progress.Sync;

/// <summary>Says in time that a key ends.</summary>
internal static class KeyExpiry
{
    /// <summary>From when on people are warned: time enough to make a new key.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(14);

    private const string NewKey = "Make a new one in Twenty (Settings, API & Webhooks) and put it in the place of the old.";

    /// <summary>Null while there is time.</summary>
    public static string? Warning(DateTime? expires, DateTime now) => expires is { } end && end - now <= Notice
        ? end <= now ? $"The key expired at {IsoText.Utc(end)}. {NewKey}" : $"The key expires at {IsoText.Utc(end)}, in {(end - now).TotalDays:0} days. {NewKey}"
        : null;

    /// <exception cref="RemoteException"><see cref="RemoteFault.KeyExpired"/>.</exception>
    public static void ThrowIfPast(DateTime? expires, DateTime now)
    {
        if (expires <= now) throw new RemoteException(RemoteFault.KeyExpired, Warning(expires, now)!);
    }
}
