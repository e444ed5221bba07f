namespace Progress.Settings;

/// <summary>How Airtable is read and written.</summary>
public sealed record AirtableSettings
{
    /// <summary>What tables and fields are called there.</summary>
    public AirtableTables Tables { get; init; } = new();

    /// <summary>Whether a customer that Customer Assets has not is added there; default false, it is listed.</summary>
    public bool CreateCustomers { get; init; }

    /// <summary>The workspace's plan, which has a number of calls a month; default team.</summary>
    public AirtablePlan Plan { get; init; } = AirtablePlan.Team;
}

/// <summary>Which tables are called otherwise in Airtable; null, the default, is called as here.</summary>
public sealed record AirtableTables
{
    /// <summary>Customer Task Progress.</summary>
    public AirtableTableSettings? TaskProgress { get; init; }

    /// <summary>Customer Assets.</summary>
    public AirtableTableSettings? CustomerAsset { get; init; }
}

/// <summary>What a table is called in Airtable.</summary>
public sealed record AirtableTableSettings
{
    /// <summary>The table's name there; null for ours.</summary>
    public string? Title { get; init; }

    /// <summary>Fields that are called otherwise: our name, and the name there, without braces; default none.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}

/// <summary>The plan of a workspace in Airtable.</summary>
public enum AirtablePlan
{
    /// <summary>1,000 calls a month; the background fetches nothing.</summary>
    Free,

    /// <summary>100,000 calls a month.</summary>
    Team,

    /// <summary>As many calls as the rate allows.</summary>
    Business,

    /// <summary>As many calls as the rate allows.</summary>
    Enterprise,
}
