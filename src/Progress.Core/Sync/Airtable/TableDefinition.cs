namespace Progress.Sync.Airtable;

/// <summary>A table as it is to be in Airtable.</summary>
/// <param name="Entity">What its records are to us, e.g. <c>taskProgress</c>.</param>
/// <param name="Name">Our name of it, which is its title where the settings say no other.</param>
/// <param name="Key">The field with our key.</param>
/// <param name="Primary">The field that comes first where we make the table; Airtable names records by it.</param>
/// <param name="Description">What Airtable shows about it.</param>
/// <param name="Fields">Every field that we know, in documented order.</param>
internal sealed record TableDefinition(
    string Entity, string Name, string Key, string Primary, string Description, IReadOnlyList<FieldDefinition> Fields)
{
    /// <summary>Whether keys are GUIDs, which are written in one way only.</summary>
    public bool HasGuidKeys { get; init; }

    /// <summary>The entity under which only the keys of all records are read; null for none.</summary>
    public string? Sweep { get; init; }

    /// <summary>The field of that name.</summary>
    public FieldDefinition this[string name] => Fields.First(f => f.Name == name);

    /// <summary>A key as we compare it: without spaces around it, a GUID in lower case; empty for what is no key.</summary>
    public string Normal(string? key) => !HasGuidKeys ? key?.Trim() ?? "" : Guid.TryParse(key, out var id) ? id.ToString("D") : "";
}
