using System.Text.Json.Nodes;

namespace Progress.Doubles.Airtable;

/// <summary>An option of a select field.</summary>
internal sealed class Choice(string id, string name, string? color)
{
    public string Id => id;

    public string Name { get; set; } = name;

    public string? Color => color;
}

/// <param name="slot">Its place in the cells of a record.</param>
internal sealed class Field(string id, string name, string type, int slot)
{
    public string Id => id;

    public int Slot => slot;

    public string Name { get; set; } = name;

    public string Type { get; set; } = type;

    public string? Description { get; set; }

    /// <summary>As the schema shows them, of types whose options are plain.</summary>
    public JsonObject? Options { get; set; }

    public List<Choice> Choices { get; } = [];

    /// <summary>The table that a link field leads to.</summary>
    public Table? Linked { get; set; }

    /// <summary>The link field of the other table; null where a table is linked to itself.</summary>
    public Field? Inverse { get; set; }

    public FormulaText? Formula { get; set; }

    /// <summary>Of a roll-up, lookup or count.</summary>
    public Rollup? Rollup { get; set; }

    /// <summary>The type of what a computed field gives.</summary>
    public string ResultType { get; set; } = FieldTypes.SingleLineText;

    public bool IsComputed => FieldTypes.IsComputed(Type);

    /// <summary>Whoever asks for the field by its name or its id.</summary>
    public bool IsCalled(string key) => key == Name || key == id;
}
