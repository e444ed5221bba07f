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
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(IsoText.Utc(value));
}

/// <summary>A time with an offset, written as UTC.</summary>
internal sealed class UtcOffsetTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(IsoText.Utc(value.UtcDateTime));
}
