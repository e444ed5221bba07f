namespace Progress.Sync;

/// <summary>A pull that would take more than a tenth of what is counted out of the counters stops and asks.</summary>
internal static class RemovalLimit
{
    private const double Most = 0.1;

    /// <summary>So few are never asked about.</summary>
    private const int Few = 10;

    public static bool IsOver(long removed, long all) => removed > Few && removed > all * Most;
}
