using System.Globalization;

namespace Progress;

/// <summary>Days and times as ISO 8601 text, the same in every culture: some calendars count other years.</summary>
internal static class IsoText
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Day(int dayNumber) => Day(DateOnly.FromDayNumber(dayNumber));

    /// <summary>UTC with <c>Z</c>; a time of no stated kind is UTC, as in the store.</summary>
    public static string Utc(DateTime time) =>
        (time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
