using System.Globalization;

namespace Progress;

/// <summary>A point in time as people write it: ISO 8601, with or without an offset, or a bare date.</summary>
/// <remarks>Without an offset it is in the zone of the rep or plan concerned; <c>03/04/2026</c> is refused, not guessed. Years are 1900 to 2199.</remarks>
public readonly record struct IsoTime
{
    /// <summary>What a time may look like, for messages.</summary>
    public const string Allowed = "ISO 8601, from 1900 to 2199";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK",
    ];

    // What lies outside is a mistyped year: every day in between would be judged and shown.
    private const int FirstYear = 1900, LastYear = 2199;

    /// <summary>Takes a <see cref="DateTime"/>: UTC and local kinds are exact, an unspecified one has no offset.</summary>
    public IsoTime(DateTime value)
    {
        HasOffset = value.Kind != DateTimeKind.Unspecified;
        Value = HasOffset ? value.ToUniversalTime() : value;
    }

    /// <summary>Takes an exact point in time.</summary>
    public IsoTime(DateTimeOffset value) : this(value.UtcDateTime) { }

    /// <summary>Takes a whole day.</summary>
    public IsoTime(DateOnly day) : this(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified)) => IsDate = true;

    /// <summary>Parses ISO 8601 text.</summary>
    /// <exception cref="ProgressException"><c>InvalidTime</c>: the text is not ISO 8601.</exception>
    public IsoTime(string text) => this = Parse(text);

    /// <summary>UTC where <see cref="HasOffset"/>, else the wall clock of a zone not yet known.</summary>
    public DateTime Value { get; private init; }

    /// <summary>Whether the text said which offset it is in.</summary>
    public bool HasOffset { get; private init; }

    /// <summary>Whether only a date was given.</summary>
    public bool IsDate { get; private init; }

    /// <summary>Parses ISO 8601 text.</summary>
    /// <exception cref="ProgressException"><c>InvalidTime</c>: the text is not ISO 8601.</exception>
    public static IsoTime Parse(string text) =>
        TryParse(text, out var time)
            ? time
            : throw new ProgressException(
                "InvalidTime", ErrorKind.InvalidData,
                $"'{text}' is not a time. Use {Allowed}: 2026-09-30, 2026-09-30T14:05 or 2026-09-30T14:05:00Z.", text);

    /// <summary>Parses ISO 8601 text without throwing.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IsoTime time)
    {
        text = text.Trim();
        time = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (day.Year is < FirstYear or > LastYear) return false;
            time = new IsoTime(day);
            return true;
        }

        if (!DateTime.TryParseExact(
                text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value)
            || value.Year is < FirstYear or > LastYear) return false;
        time = new IsoTime(value);
        return true;
    }

    /// <summary>The exact moment, reading a time without offset in <paramref name="zone"/>.</summary>
    /// <remarks>A local time that does not exist moves forward by the gap; one that exists twice is its first.</remarks>
    public DateTime ToUtc(TimeZoneInfo zone)
    {
        if (HasOffset) return Value;
        var local = zone.IsInvalidTime(Value) ? Value + Gap(zone, Value) : Value;
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>The local day in <paramref name="zone"/> that this time falls on.</summary>
    public DateOnly ToDay(TimeZoneInfo zone) =>
        DateOnly.FromDateTime(HasOffset ? TimeZoneInfo.ConvertTimeFromUtc(Value, zone) : Value);

    /// <inheritdoc/>
    public override string ToString() =>
        IsDate ? Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    private static TimeSpan Gap(TimeZoneInfo zone, DateTime local) =>
        zone.GetUtcOffset(local.AddDays(1)) - zone.GetUtcOffset(local.AddDays(-1));
}
