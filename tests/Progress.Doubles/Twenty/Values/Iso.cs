using System.Globalization;

namespace Progress.Doubles;

/// <summary>Times as Twenty reads and shows them.</summary>
internal static class Iso
{
    public static DateTime Truncate(DateTime time, DateTimeGranularity granularity)
    {
        var unit = granularity == DateTimeGranularity.Ms ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerMicrosecond;
        return new DateTime(time.Ticks - (time.Ticks % unit), DateTimeKind.Utc);
    }

    public static bool TryParse(string text, out DateTime time)
    {
        time = default;
        if (text.Length < 10 || text[4] != '-' || !DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
            return false;
        time = parsed.UtcDateTime;
        return true;
    }

    public static string Milliseconds(DateTime time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Exact(DateTime time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
