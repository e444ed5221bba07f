namespace Progress.Sync.Airtable;

/// <summary>A field as it is to be in Airtable.</summary>
/// <param name="Name">Our name of it, which is its title where the settings say no other.</param>
/// <param name="Type">Its type; see <see cref="AirtableType"/>.</param>
/// <param name="Description">What Airtable shows about it.</param>
internal sealed record FieldDefinition(string Name, string Type, string Description)
{
    /// <summary>Other types that serve as well.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Of a select, its options; null where they are no part of the definition.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Of a link, the entity that it leads to.</summary>
    public string? LinksTo { get; init; }

    /// <summary>Of a roll-up, what it sums up.</summary>
    public RollUp? RollUp { get; init; }

    /// <summary>Of a formula, its text, with our names in braces.</summary>
    public string? Formula { get; init; }

    /// <summary>Whether the field is people's own: it is made with a new table, and never added to one that is there.</summary>
    public bool IsTheirs { get; init; }

    /// <summary>Whether records go without it: only people see it, or only people can add it.</summary>
    public bool IsOptional => AirtableType.IsComputed(Type);

    public bool Accepts(string type) =>
        type == Type || Alternatives.Contains(type) || (Type == AirtableType.Text && type == AirtableType.LongText);
}

/// <summary>What a roll-up sums up.</summary>
/// <param name="From">The entity whose records link here.</param>
/// <param name="Field">The field of those, by our name.</param>
/// <param name="Aggregation">The aggregation formula.</param>
/// <param name="Only">Only records of which this field has this value; null for all.</param>
internal sealed record RollUp(string From, string Field, string Aggregation, (string Field, string Value)? Only = null);
