namespace Progress.Settings;

/// <summary>A system that the store is connected with. Never the key itself.</summary>
public sealed record ConnectionSettings
{
    /// <summary>The connection's name, unique: a letter, then up to 31 letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>Which system; one connection each.</summary>
    public required CrmProvider Provider { get; init; }

    /// <summary>The service's root, http or https, e.g. <c>https://crm.example</c>.</summary>
    public required string Uri { get; init; }

    /// <summary>Of Airtable, the id of the base, e.g. <c>appA1b2C3d4E5f6G7</c>; null of all others.</summary>
    public string? Base { get; init; }

    /// <summary>The environment variable that holds the key; null where it comes from elsewhere.</summary>
    public string? ApiKeyVariable { get; init; }

    /// <summary>The secret of SecretManagement that holds the key; null where it comes from elsewhere.</summary>
    public string? SecretName { get; init; }

    /// <summary>Calls a minute that the service allows, greater than 0; null for what its documentation says.</summary>
    public double? PerMinute { get; init; }

    /// <summary>The part of the limit that is used, greater than 0 and up to 1; null for <see cref="SyncSettings.Pace"/>.</summary>
    public double? Pace { get; init; }
}

/// <summary>The systems that can be connected with.</summary>
public enum CrmProvider
{
    /// <summary>Twenty CRM.</summary>
    Twenty,

    /// <summary>RedHawk Academy.</summary>
    RedHawk,

    /// <summary>Airtable.</summary>
    Airtable,
}
