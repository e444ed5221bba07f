using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles.Airtable;

/// <summary>The options of a field as the schema shows them.</summary>
internal static class FieldOptions
{
    public static void Write(Utf8JsonWriter json, Field field, AirtableSwitches switches)
    {
        if (Of(field) is { } options)
        {
            json.WritePropertyName("options");
            options.WriteTo(json);
        }
        else if (switches.NullOptions)
        {
            json.WriteNull("options");
        }
    }

    /// <summary>The form of a date by its name, which the schema shows beside the name.</summary>
    public static string? DateFormat(string name) => name switch
    {
        "local" => "l",
        "friendly" => "LL",
        "us" => "M/D/YYYY",
        "european" => "D/M/YYYY",
        "iso" => "YYYY-MM-DD",
        _ => null,
    };

    public static string? TimeFormat(string name) => name switch { "12hour" => "h:mma", "24hour" => "HH:mm", _ => null };

    private static JsonObject? Of(Field field) => field.Type switch
    {
        FieldTypes.SingleSelect or FieldTypes.MultipleSelects => new JsonObject { ["choices"] = Choices(field) },
        FieldTypes.Links => new JsonObject
        {
            ["linkedTableId"] = field.Linked!.Id, ["isReversed"] = false, ["prefersSingleRecordLink"] = false,
            ["inverseLinkFieldId"] = field.Inverse?.Id,
        },
        FieldTypes.Formula => new JsonObject
        {
            ["isValid"] = true, ["formula"] = field.Formula!.Canonical, ["referencedFieldIds"] = Ids(field.Formula.Fields),
            ["result"] = Result(field.ResultType),
        },
        FieldTypes.CreatedTime => new JsonObject { ["result"] = Result(field.ResultType) },
        FieldTypes.LastModifiedTime => new JsonObject
        {
            ["isValid"] = true, ["referencedFieldIds"] = new JsonArray(), ["result"] = Result(field.ResultType),
        },
        FieldTypes.Count => new JsonObject { ["isValid"] = true, ["recordLinkFieldId"] = field.Rollup!.Link.Id },
        FieldTypes.Rollup or FieldTypes.Lookup => new JsonObject
        {
            ["isValid"] = true, ["recordLinkFieldId"] = field.Rollup!.Link.Id, ["fieldIdInLinkedTable"] = field.Rollup.Values!.Id,
            ["referencedFieldIds"] = Ids([field.Rollup.Link]), ["result"] = Result(field.ResultType),
        },
        _ => field.Options,
    };

    private static JsonArray Choices(Field field) => new([.. field.Choices.Select(choice => new JsonObject
    {
        ["id"] = choice.Id, ["name"] = choice.Name, ["color"] = choice.Color ?? "blueLight2",
    })]);

    private static JsonArray Ids(IEnumerable<Field> fields) => new([.. fields.Select(field => JsonValue.Create(field.Id))]);

    private static JsonObject Result(string type) => type switch
    {
        FieldTypes.Number or FieldTypes.Percent => new JsonObject { ["type"] = type, ["options"] = new JsonObject { ["precision"] = 0 } },
        FieldTypes.Date => new JsonObject { ["type"] = type, ["options"] = new JsonObject { ["dateFormat"] = Date() } },
        FieldTypes.DateTime => new JsonObject
        {
            ["type"] = type,
            ["options"] = new JsonObject
            {
                ["dateFormat"] = Date(), ["timeFormat"] = new JsonObject { ["name"] = "24hour", ["format"] = "HH:mm" }, ["timeZone"] = "utc",
            },
        },
        _ => new JsonObject { ["type"] = type },
    };

    private static JsonObject Date() => new() { ["name"] = "iso", ["format"] = "YYYY-MM-DD" };
}
