using System.Buffers;
using System.Text.Json;

namespace Progress.Doubles;

/// <summary>A place in an order: base64 of the JSON of the values ordered by and the id.</summary>
internal sealed record Cursor(object?[] Values, Guid Id)
{
    public static string Of(RowVersion row, RecordOrder order)
    {
        var buffer = new ArrayBufferWriter<byte>(96);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var key in order.Keys)
            {
                json.WritePropertyName(key.Path);
                if (key.Of(row) is DateTime time)
                    json.WriteStringValue(Iso.Exact(time));
                else
                    ValueWriter.WriteSingle(json, key.Of(row));
            }

            json.WriteString("id", (Guid)row[ObjectDefinition.Id]!);
            json.WriteEndObject();
        }

        return Convert.ToBase64String(buffer.WrittenSpan);
    }

    public static Cursor Parse(string text, RecordOrder order)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(text));
            var values = order.Keys.Select(key => Value(key, json.RootElement.GetProperty(key.Path))).ToArray();
            return new Cursor(values, json.RootElement.GetProperty("id").GetGuid());
        }
        catch (Exception error) when (error is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw ApiError.Bad($"Invalid cursor: {text}");
        }
    }

    private static object? Value(OrderKey key, JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? null
        : ValueReader.Single(key.Path, key.Type, json, DateTimeGranularity.Us);
}
