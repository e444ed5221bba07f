namespace Progress.Sync;

/// <summary>How long to leave a remote alone after faults that followed each other.</summary>
internal static class Backoff
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Devices that lost a remote at the same moment do not all come back to it at once.</summary>
    private const double Jitter = 0.2;

    /// <param name="faults">How many followed each other, at least 1.</param>
    /// <param name="chance">0 to 1.</param>
    public static TimeSpan After(int faults, double chance)
    {
        var span = faults > 10 ? Longest : First * (1 << (faults - 1));
        return (span < Longest ? span : Longest) * (1 - (Jitter * chance));
    }
}
