namespace Progress.Reps;

/// <summary>Lengths of windows that users name.</summary>
internal static class MetricWindow
{
    /// <summary>Longest window: ten years.</summary>
    public const int MaxDays = 3660;

    /// <exception cref="ProgressException"><c>InvalidDays</c>.</exception>
    public static void Check(int? days)
    {
        if (days is < 1 or > MaxDays)
            throw new ProgressException("InvalidDays", ErrorKind.InvalidData, $"Days is {days}; allowed: 1 to {MaxDays}.", days);
    }
}
