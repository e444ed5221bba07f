using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Progress.Import;

namespace Progress.Customers;

/// <summary>Reads the fields of JSON objects: under the names of files, and below <c>fields</c> as Airtable has them.</summary>
internal sealed class JsonFields
{
    private const string Nested = "fields";
    private const char ListSeparator = ';';

    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> spellings = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<FileField> fields;

    public JsonFields(IReadOnlyList<FileField> fields)
    {
        this.fields = fields;
        for (var i = 0; i < fields.Count; i++)
            foreach (var name in fields[i].Names) positions.TryAdd(Key(name), i);
    }

    /// <exception cref="InvalidOperationException">A text holds half a character.</exception>
    public bool TryRead(JsonElement item, long line, out string?[] texts, [NotNullWhen(false)] out ImportProblem? problem)
    {
        texts = new string?[fields.Count];
        problem = null;
        foreach (var property in item.EnumerateObject())
        {
            if (property.NameEquals(Nested) && property.Value.ValueKind == JsonValueKind.Object) return TryRead(property.Value, line, out texts, out problem);
            if (Position(property.Name) is not (>= 0 and var at)) continue;
            if (Text(property.Value, out var text) && texts[at] is null)
            {
                texts[at] = text;
                continue;
            }

            var reason = texts[at] is null ? "it is neither a text nor a number, nor a list of texts" : $"{fields[at].Names[0]} stands twice; allowed: once";
            problem = new ImportProblem(line, property.Name, property.Value.GetRawText(), reason);
            return false;
        }

        return true;
    }

    private static bool Text(JsonElement value, out string? text)
    {
        text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array when value.EnumerateArray().All(i => i.ValueKind == JsonValueKind.String) =>
                string.Join(ListSeparator, value.EnumerateArray().Select(i => i.GetString())),
            _ => null,
        };
        return text is not null || value.ValueKind == JsonValueKind.Null;
    }

    private int Position(string name)
    {
        if (spellings.TryGetValue(name, out var known)) return known;
        // All objects of a file have the same names; a file of ever new ones must not fill the memory.
        var found = positions.GetValueOrDefault(Key(name), -1);
        if (found >= 0) spellings[name] = found;
        return found;
    }

    private static string Key(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-')));
}
