namespace Progress.Doubles.Airtable;

/// <summary>What the user of a token may do in a base; each includes those before it.</summary>
public enum Permission
{
    Read,
    Comment,
    Edit,
    Create,
}

/// <summary>What a token may do: its scopes, its bases, and the role of its user in them.</summary>
public sealed record AirtableGrant
{
    public const string ReadRecords = "data.records:read";
    public const string WriteRecords = "data.records:write";
    public const string ReadSchema = "schema.bases:read";
    public const string WriteSchema = "schema.bases:write";

    public IReadOnlyList<string> Scopes { get; init; } = [ReadRecords, WriteRecords, ReadSchema, WriteSchema];

    /// <summary>Ids of bases; null all.</summary>
    public IReadOnlyList<string>? Bases { get; init; }

    public Permission Permission { get; init; } = Permission.Create;

    /// <summary>Everything, as to set up a base.</summary>
    public static AirtableGrant All { get; } = new();

    /// <summary>Reads and writes records, and reads the schema.</summary>
    public static AirtableGrant Sync { get; } = new() { Scopes = [ReadRecords, WriteRecords, ReadSchema] };

    internal bool Sees(string baseId) => Bases?.Contains(baseId) ?? true;
}
