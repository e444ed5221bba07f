using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles.Airtable;

/// <summary>Which types can be created, and with which options.</summary>
internal sealed class OptionRules(Table table, string field, string type, AirtableSwitches switches)
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    /// <returns>The options as the field keeps them.</returns>
    public JsonElement Check(JsonElement? options)
    {
        if (FieldTypes.IsComputed(type) && !CanBeCreated)
            throw new AirtableError(
                422, "UNSUPPORTED_FIELD_TYPE_FOR_CREATE",
                $"Invalid options for {table.Name}.{field}: Creating {type} fields is not supported at this time");
        var rule = OptionRule.Of(type);
        if (options is not { ValueKind: JsonValueKind.Object } given)
            return rule.Required.Count == 0 && options is null ? None : throw Fault("<root>.options is missing");
        foreach (var property in given.EnumerateObject())
            if (!rule.Required.Contains(property.Name) && !rule.Optional.Contains(property.Name))
                throw Fault($"<root>.options.{property.Name} is not included in the <root>.options schema");
        foreach (var name in rule.Required)
            if (!given.TryGetProperty(name, out var value) || !rule.Takes(name, value))
                throw Fault($"<root>.options.{name} is missing or not valid");
        if (!IsRight(given))
            throw Fault("<root>.options does not fit the base");
        return Completed(given);
    }

    private bool CanBeCreated => type switch
    {
        FieldTypes.Formula => switches.FormulaCreation,
        FieldTypes.Rollup or FieldTypes.Lookup or FieldTypes.Count => switches.RollupCreation,
        _ => false,
    };

    /// <summary>Whether what the options name is there.</summary>
    private bool IsRight(JsonElement options) => type switch
    {
        FieldTypes.Links => table.Base.Tables.Exists(one => one.Id == options.GetProperty("linkedTableId").GetString()),
        FieldTypes.Rollup or FieldTypes.Lookup or FieldTypes.Count => RollupOptions.Read(table, type, options) is not null,
        FieldTypes.Formula => FieldFormula.Parse(table, options.GetProperty("formula").GetString()!, switches) is not null,
        _ => true,
    };

    /// <summary>Forms of dates and times get what their name means.</summary>
    private static JsonElement Completed(JsonElement options)
    {
        if (!options.TryGetProperty("dateFormat", out var date))
            return options;
        var completed = JsonObject.Create(options)!;
        completed["dateFormat"]!["format"] = FieldOptions.DateFormat(date.GetProperty("name").GetString()!);
        if (options.TryGetProperty("timeFormat", out var time))
            completed["timeFormat"]!["format"] = FieldOptions.TimeFormat(time.GetProperty("name").GetString()!);
        return JsonSerializer.SerializeToElement(completed);
    }

    private AirtableError Fault(string detail) => new(
        422, "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", $"Invalid options for {table.Name}.{field}: Failed schema validation: {detail}");
}
