using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Progress.Json;

/// <summary>A time in UTC, ISO 8601 with <c>Z</c>; one of unknown zone is UTC, as in the store.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTime>
{
    /// <inheritdoc/>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.SpecifyKind(reader.GetDateTime(), DateTimeKind.Utc);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
        writer.WriteStringValue(utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}

/// <summary>A time with an offset, written as UTC.</summary>
internal sealed class UtcOffsetTimeConverter : JsonConverter<DateTimeOffset>
{
    private static readonly UtcTimeConverter Utc = new();

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        Utc.Write(writer, value.UtcDateTime, options);
}
