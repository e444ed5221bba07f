using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>Reads options by name. Only typecast makes new ones, which belong to the field once they are written.</summary>
internal sealed class SelectReader(Call call, bool typecast)
{
    private readonly Dictionary<(Field, string), Choice> made = [];

    public Choice? One(Field field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw CellReader.Refused(field);
        return Choice(field, value.GetString()!);
    }

    public List<Choice>? Many(Field field, JsonElement value)
    {
        IEnumerable<string> names = value.ValueKind switch
        {
            JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) =>
                value.EnumerateArray().Select(one => one.GetString()!),
            JsonValueKind.String when typecast =>
                value.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _ => throw CellReader.Refused(field),
        };
        var choices = names.Select(name => Choice(field, name)).OfType<Choice>().Distinct().ToList();
        return choices.Count == 0 ? null : choices;
    }

    private Choice? Choice(Field field, string name)
    {
        if (field.Choices.Find(choice => choice.Name == name) is { } known)
            return known;
        if (!typecast)
            throw new AirtableError(
                422, "INVALID_MULTIPLE_CHOICE_OPTIONS", $"Insufficient permissions to create new select option \"\"{name}\"\"");
        if (name.Trim().Length == 0)
            return null;
        if (!made.TryGetValue((field, name), out var choice))
            made.Add((field, name), choice = new Choice(call.Ids.Next("sel"), name, "blueLight2"));
        return choice;
    }
}
