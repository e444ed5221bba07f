using System.Text.Json;

namespace Progress.Doubles;

/// <summary>Values of columns as the JSON of an answer.</summary>
internal static class ValueWriter
{
    public static void Write(Utf8JsonWriter json, FieldType type, object? value, EmptyText empty)
    {
        if (type == FieldType.TEXT && value is null or "")
        {
            if (empty == EmptyText.Empty)
                json.WriteStringValue("");
            else
                json.WriteNullValue();
            return;
        }

        if (Composite.Is(type))
            WriteParts(json, type, value, empty);
        else
            WriteSingle(json, value);
    }

    public static void WriteSingle(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case double number: json.WriteNumberValue(number); break;
            case Guid id: json.WriteStringValue(id); break;
            case DateTime time: WriteTime(json, time); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case JsonElement raw: raw.WriteTo(json); break;
            case string[] texts: WriteTexts(json, texts); break;
            default: throw new InvalidOperationException($"A value of type {value.GetType()} has no JSON.");
        }
    }

    private static void WriteParts(Utf8JsonWriter json, FieldType type, object? value, EmptyText empty)
    {
        if (value is not object?[] parts)
        {
            json.WriteNullValue();
            return;
        }

        var subs = Composite.Of(type);
        json.WriteStartObject();
        for (var i = 0; i < subs.Length; i++)
        {
            json.WritePropertyName(subs[i].Name);
            Write(json, subs[i].Type, parts[i], Nullable(type) ? EmptyText.Null : empty);
        }

        json.WriteEndObject();
    }

    private static bool Nullable(FieldType type) => type is FieldType.RICH_TEXT or FieldType.RICH_TEXT_V2;

    private static void WriteTime(Utf8JsonWriter json, DateTime time)
    {
        Span<byte> text = stackalloc byte[24];
        time.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static void WriteTexts(Utf8JsonWriter json, string[] texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
