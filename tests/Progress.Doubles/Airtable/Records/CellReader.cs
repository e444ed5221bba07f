using System.Globalization;
using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Reads cell values of a request. Null is an empty cell.</summary>
/// <param name="typecast">Texts are converted where that is possible.</param>
internal sealed class CellReader(Call call, bool typecast)
{
    private readonly SelectReader selects = new(call, typecast);
    private readonly LinkReader links = new(call, typecast);

    public object? Read(Field field, JsonElement value)
    {
        if (field.IsComputed)
            throw new AirtableError(
                422, "INVALID_VALUE_FOR_COLUMN", $"Field \"{field.Name}\" cannot accept a value because the field is computed");
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (FieldTypes.IsText(field.Type))
            return Text(field, value);
        if (FieldTypes.IsNumber(field.Type))
            return Number(field, value);
        return field.Type switch
        {
            FieldTypes.SingleSelect => selects.One(field, value),
            FieldTypes.MultipleSelects => selects.Many(field, value),
            FieldTypes.Links => links.Read(field, value),
            FieldTypes.Checkbox => Checkbox(field, value),
            FieldTypes.Date => TimeReader.Date(field, value, typecast || call.Switches.DatesTakeTimestamps),
            FieldTypes.DateTime => TimeReader.Time(field, value),
            _ => ObjectReader.Read(field, value, call),
        };
    }

    /// <summary>A key of an upsert, where its numbers may come as text and the reverse.</summary>
    public object? ReadKey(Field field, JsonElement value) =>
        call.Switches.UpsertConvertsKey ? new CellReader(call, typecast: true).Read(field, value) : Read(field, value);

    public static AirtableError Refused(Field field) =>
        new(422, "INVALID_VALUE_FOR_COLUMN", $"Field \"{field.Name}\" cannot accept the provided value");

    private string? Text(Field field, JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when typecast => value.GetRawText(),
            _ => throw Refused(field),
        };
        if (call.Switches.MaxCellLength is > 0 and var most && text.Length > most)
            throw Refused(field);
        return text.Length == 0 ? null : text;
    }

    private object? Number(Field field, JsonElement value)
    {
        var number = value.ValueKind == JsonValueKind.Number ? value.GetDouble()
            : typecast && value.ValueKind == JsonValueKind.String
                && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed
            : throw Refused(field);
        if (!double.IsFinite(number))
            throw Refused(field);
        if (field.Type != "rating")
            return number;
        var most = field.Options?["max"]?.GetValue<int>() ?? 5;
        return number % 1 != 0 || number < 0 || number > most ? throw Refused(field) : number == 0 ? null : number;
    }

    private object? Checkbox(Field field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => null,
        JsonValueKind.String when typecast => value.GetString() is "true" or "checked" or "1" ? true : null,
        _ => throw Refused(field),
    };
}
