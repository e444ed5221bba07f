using System.Text.RegularExpressions;

namespace Progress.Sync.Airtable;

/// <summary>Where our tables are in Airtable, and what they are called there.</summary>
/// <param name="Base">The base's id.</param>
/// <param name="Tables">Our tables, those first that others link to.</param>
internal sealed record AirtableMap(string Base, IReadOnlyList<MappedDefinition> Tables)
{
    /// <summary>The tables that we know, in a base, called as the settings say.</summary>
    public static AirtableMap Of(string id, RemoteMapping mapping) =>
        new(id, [.. CustomerTables.All.Select(t => new MappedDefinition(t, mapping.Tables.GetValueOrDefault(t.Entity)))]);

    /// <summary>The table of an entity.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public MappedDefinition this[string entity] =>
        Tables.FirstOrDefault(t => t.Table.Entity == entity) ?? throw new ArgumentException($"Airtable has no '{entity}'.", nameof(entity));
}

/// <summary>A table, and what it is called.</summary>
/// <param name="Table">The table.</param>
/// <param name="Names">What the settings say of it; null for nothing.</param>
internal sealed partial record MappedDefinition(TableDefinition Table, MappedTable? Names)
{
    /// <summary>How a person says what it is called there.</summary>
    public string Setting => $"Set-ProgressSetting airtable.tables.{Table.Entity}";

    /// <summary>What the table is called there.</summary>
    public string Title => Names?.Title ?? Table.Name;

    /// <summary>What a field is called there.</summary>
    public string TitleOf(string field) => Names?.Fields.GetValueOrDefault(field) ?? field;

    /// <summary>What a select is to offer: its definition's options, else those that we were given.</summary>
    public IReadOnlyList<string> ChoicesOf(FieldDefinition field) => field.Choices ?? Names?.Choices.GetValueOrDefault(field.Name) ?? [];

    /// <summary>The text of a formula with the names that fields have there.</summary>
    public string FormulaOf(FieldDefinition field) =>
        Named().Replace(field.Formula!, name => FormulaText.Field(TitleOf(name.Groups[1].Value)));

    /// <summary>The fields that a formula uses, by our names.</summary>
    public IEnumerable<string> Uses(FieldDefinition field) => Named().Matches(field.Formula!).Select(name => name.Groups[1].Value);

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Named();
}
