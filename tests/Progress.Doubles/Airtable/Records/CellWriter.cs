using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Writes cell values. What is empty is not written at all.</summary>
internal static class CellWriter
{
    public static bool IsEmpty(object? value) => value switch
    {
        null or "" or false => true,
        LinkedRows rows => rows.Count == 0,
        System.Collections.ICollection list => list.Count == 0,
        _ => false,
    };

    public static void Write(Utf8JsonWriter json, Field field, object? value)
    {
        switch (value)
        {
            case string text when field.Type == FieldTypes.RichText:
                json.WriteStringValue(text.EndsWith('\n') ? text : text + "\n");
                break;
            case DateTime time when field.IsComputed && field.ResultType == FieldTypes.Date:
                json.WriteStringValue(CellText.Of(DateOnly.FromDateTime(time)));
                break;
            case double number when !double.IsFinite(number):
                WriteSpecial(json, "specialValue", double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
            case bool flag when field.IsComputed:
                json.WriteNumberValue(flag ? 1 : 0);
                break;
            case FormulaError:
                WriteSpecial(json, "error", "#ERROR!");
                break;
            case LinkedRows links:
                WriteAll(json, links.Ids);
                break;
            case List<Choice> choices:
                WriteAll(json, choices.Select(choice => choice.Name));
                break;
            case List<object?> values:
                json.WriteStartArray();
                foreach (var one in values)
                    Write(json, field, one);
                json.WriteEndArray();
                break;
            default:
                WritePlain(json, value);
                break;
        }
    }

    private static void WritePlain(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            default:
                json.WriteStringValue(CellText.Of(value));
                break;
        }
    }

    private static void WriteSpecial(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
