using System.Globalization;
using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Reads days and moments.</summary>
internal static class TimeReader
{
    private static readonly string[] Days = ["yyyy-MM-dd"];

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static DateOnly? Date(Field field, JsonElement value, bool takesMoments)
    {
        if (Parse(field, value, takesMoments ? Moments : Days) is not { } time)
            return null;
        return DateOnly.FromDateTime(time);
    }

    /// <summary>In milliseconds, UTC. Without an offset it is a time in the field's zone.</summary>
    public static DateTime? Time(Field field, JsonElement value)
    {
        if (Parse(field, value, Moments) is not { } time)
            return null;
        var utc = time.Kind == DateTimeKind.Unspecified ? TimeZoneInfo.ConvertTimeToUtc(time, Zone(field)) : time.ToUniversalTime();
        return new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }

    private static DateTime? Parse(Field field, JsonElement value, string[] forms)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : throw CellReader.Refused(field);
        if (text.Length == 0)
            return null;
        return DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw CellReader.Refused(field);
    }

    private static TimeZoneInfo Zone(Field field) => field.Options?["timeZone"]?.GetValue<string>() is { } zone && zone is not ("utc" or "client")
        ? TimeZoneInfo.FindSystemTimeZoneById(zone)
        : TimeZoneInfo.Utc;
}
